package ru.mcu.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;
import ru.mcu.calendar.WorkingCalendar;

/** Finds the first moment at which a person may be disturbed, by his hours and the city's calendar. */
@Component
class QuietTime {

    /** Longer than any row of holidays. */
    private static final int MOST_DAYS = 40;

    private final WorkingCalendar calendar;

    QuietTime(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    Instant notBefore(Habits habits, Instant moment) {
        ZonedDateTime time = moment.atZone(calendar.zone());
        for (int day = 0; day < MOST_DAYS; day++) {
            if (habits.isQuiet(time.toLocalTime())) {
                time = endOfQuiet(habits, time);
            } else if (habits.restDays() && calendar.day(time.toLocalDate()).isOff()) {
                time = firstMinuteOf(time.toLocalDate().plusDays(1));
            } else {
                return time.toInstant();
            }
        }
        return time.toInstant();
    }

    private ZonedDateTime firstMinuteOf(LocalDate day) {
        return day.atStartOfDay(calendar.zone());
    }

    private ZonedDateTime endOfQuiet(Habits habits, ZonedDateTime time) {
        ZonedDateTime end = time.toLocalDate().atTime(habits.quietTo()).atZone(calendar.zone());
        return end.isAfter(time) ? end : end.plusDays(1);
    }
}
