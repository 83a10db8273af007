package ru.mcu.calendar;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The two cities with their calendars, and moments written as people write them. */
final class Cities {

    static final Path FOLDER = Path.of("config/calendars");
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final ZoneId BARNAUL = ZoneId.of("Asia/Barnaul");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private Cities() {}

    /** Lunch counted, Радоница is a day of rest. */
    static WorkingCalendar stavropol() {
        return WorkingCalendar.fromFolder(settings(MOSCOW, true, "ru", "stavropol-radonitsa"), FOLDER);
    }

    /** Lunch from 13:00 to 14:00 not counted. */
    static WorkingCalendar rubtsovsk() {
        return WorkingCalendar.fromFolder(settings(BARNAUL, false, "ru"), FOLDER);
    }

    static CalendarSettings settings(ZoneId zone, boolean lunchCounted, String... calendars) {
        return new CalendarSettings(
                zone,
                LocalTime.of(9, 0),
                LocalTime.of(18, 0),
                lunchCounted,
                LocalTime.of(13, 0),
                LocalTime.of(14, 0),
                List.of(calendars));
    }

    static Instant at(WorkingCalendar city, String moment) {
        return LocalDateTime.parse(moment, MOMENT).atZone(city.zone()).toInstant();
    }

    static String local(WorkingCalendar city, Instant moment) {
        return MOMENT.format(moment.atZone(city.zone()));
    }

    /** The deadline as people read it. */
    static String due(WorkingCalendar city, String start, String amount, NormUnit unit, Pause... pauses) {
        return local(
                city,
                city.deadline(at(city, start), Norm.of(amount, unit), List.of(pauses))
                        .at());
    }

    static Pause pause(WorkingCalendar city, String from, String to) {
        return new Pause(at(city, from), at(city, to));
    }
}
