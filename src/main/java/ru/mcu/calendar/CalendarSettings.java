package ru.mcu.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Working time of a city, taken from its profile.
 *
 * @param lunchCounted true: lunch is working time and its bounds do not matter; false: the clock stands at lunch
 * @param calendars names of calendars in the order they apply, the later one wins: «ru» is every file {@code
 *     ru-<year>.xml}, «stavropol-radonitsa» is the file {@code stavropol-radonitsa.xml}
 * @param warningBefore how long before a deadline a warning is given, more than zero
 */
public record CalendarSettings(
        ZoneId zone,
        LocalTime dayStart,
        LocalTime dayEnd,
        boolean lunchCounted,
        LocalTime lunchStart,
        LocalTime lunchEnd,
        List<String> calendars,
        Duration warningBefore) {

    /** 30 minutes: ЯНАО, порядок № 856-П, п. 3.7. */
    public static final Duration USUAL_WARNING = Duration.ofMinutes(30);

    /** How much earlier a shortened day ends: ТК РФ ст. 95. */
    static final Duration SHORTENED_BY = Duration.ofHours(1);

    public CalendarSettings {
        calendars = List.copyOf(calendars);
        if (Duration.between(dayStart, dayEnd).compareTo(SHORTENED_BY) <= 0) {
            throw new IllegalArgumentException("Рабочий день должен быть длиннее часа и кончаться в тот же день: "
                    + dayStart + "–" + dayEnd + ".");
        }
        if (!lunchCounted
                && (!lunchStart.isBefore(lunchEnd) || !lunchStart.isAfter(dayStart) || !lunchEnd.isBefore(dayEnd))) {
            throw new IllegalArgumentException(
                    "Обед должен лежать внутри рабочего дня: " + lunchStart + "–" + lunchEnd + ".");
        }
        if (warningBefore.toMillis() <= 0) {
            throw new IllegalArgumentException("Предупреждение должно быть раньше срока хотя бы на минуту.");
        }
    }

    String workingTimeInRussian() {
        String lunch = lunchCounted ? "" : ", обед " + lunchStart + "–" + lunchEnd + " не считается";
        return dayStart + "–" + dayEnd + lunch;
    }

    /** Settings with the usual warning, 30 minutes. */
    public CalendarSettings(
            ZoneId zone,
            LocalTime dayStart,
            LocalTime dayEnd,
            boolean lunchCounted,
            LocalTime lunchStart,
            LocalTime lunchEnd,
            List<String> calendars) {
        this(zone, dayStart, dayEnd, lunchCounted, lunchStart, lunchEnd, calendars, USUAL_WARNING);
    }
}
