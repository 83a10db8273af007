package ru.mcu.directory.process;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import ru.mcu.directory.City;
import ru.mcu.platform.BpmnBean;

/** Bounds of today in the city's zone, whatever the server's zone, for task filters: {@code ${cityDay.end()}}. */
@BpmnBean("cityDay")
public class CityDay {

    private final City city;
    private final Clock clock;

    CityDay(City city, Clock clock) {
        this.city = city;
        this.clock = clock;
    }

    /** Midnight with which today begins. */
    public Date start() {
        return midnight(0);
    }

    /** Midnight with which today ends. */
    public Date end() {
        return midnight(1);
    }

    private Date midnight(int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), city.zone());
        return Date.from(today.plusDays(days).atStartOfDay(city.zone()).toInstant());
    }
}
