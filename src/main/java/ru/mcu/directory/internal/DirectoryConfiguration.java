package ru.mcu.directory.internal;

import static ru.mcu.directory.Role.ANALYST;
import static ru.mcu.directory.Role.HEAD;
import static ru.mcu.directory.Role.IM_OPERATOR;
import static ru.mcu.directory.Role.POS_OPERATOR;

import java.time.Clock;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import ru.mcu.calendar.CalendarSettings;
import ru.mcu.directory.City;
import ru.mcu.directory.Directory;
import ru.mcu.directory.People;
import ru.mcu.directory.StartRight;
import ru.mcu.platform.McuHome;

/** Makes the chosen city's profile available to all modules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CityProperties.class)
@EnableScheduling
class DirectoryConfiguration {

    @Bean
    City city(McuHome home, CityProperties properties) {
        return CityProfileReader.read(home.config("cities", properties.city() + ".yml"));
    }

    @Bean
    CalendarSettings calendarSettings(City city) {
        return CityCalendar.settings(city);
    }

    @Bean
    Directory directory(City city, People people, Clock clock) {
        return new Directory(city, people, clock);
    }

    /** Registering a message that came by phone, on a visit or on paper. */
    @Bean
    StartRight messageRegistrationByHand() {
        return new StartRight("messageRegistrationByHand", Set.of(IM_OPERATOR, POS_OPERATOR, ANALYST, HEAD));
    }
}
