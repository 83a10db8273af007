package ru.mcu.calendar;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the calendar of the city from its settings and the files in {@code config/calendars}. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    /** The home is taken as text: Spring would turn «.» into a path of the class path when such a resource exists. */
    @Bean
    WorkingCalendars workingCalendars(
            CalendarSettings settings, @Value("${mcu.home:.}") String home, ApplicationEventPublisher events) {
        return new WorkingCalendars(settings, Path.of(home, "config", "calendars"), events);
    }

    @Bean
    WorkingCalendar workingCalendar(WorkingCalendars calendars) {
        return calendars.calendar();
    }

    @Bean
    CalendarHealth calendarHealth(WorkingCalendars calendars, Clock clock) {
        return new CalendarHealth(calendars, clock);
    }
}
