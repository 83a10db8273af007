package ru.mcu.calendar;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * What the working calendar needs to know of a city: its zone, its working day and the production calendars to add up.
 *
 * @param lunchCounted whether the lunch break counts as working time
 * @param calendars names of calendars in the order they are laid over each other, e.g. {@code ru}, {@code stavropol-radonitsa}
 */
public record CalendarSettings(
        ZoneId zone,
        LocalTime dayStart,
        LocalTime dayEnd,
        boolean lunchCounted,
        LocalTime lunchStart,
        LocalTime lunchEnd,
        List<String> calendars) {}
