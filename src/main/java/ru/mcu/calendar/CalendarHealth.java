package ru.mcu.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Notices a missing year before the first deadline falls into it. */
public class CalendarHealth {

    private final WorkingCalendars calendars;
    private final Clock clock;

    CalendarHealth(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** Years that should be loaded by the given day and are not: its own, and from 1 December the next one. */
    public Set<Integer> missingYears(LocalDate today) {
        Set<Integer> wanted = new TreeSet<>();
        wanted.add(today.getYear());
        if (today.getMonth() == Month.DECEMBER) {
            wanted.add(today.getYear() + 1);
        }
        wanted.removeAll(calendars.loadedYears());
        return wanted;
    }

    /** Raises the alarm for each missing year, on start and every morning until the file is there. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "${mcu.calendar.check-cron:0 0 8 * * *}")
    public void check() {
        LocalDate today = LocalDate.now(clock.withZone(calendars.calendar().zone()));
        missingYears(today).forEach(calendars::alarm);
    }
}
