package ru.mcu.calendar.internal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mcu.calendar.CalendarDay;

/**
 * The days of one year that differ from plain Monday to Friday.
 *
 * @param provisional the year's calendar is not loaded, the days come from the law alone
 */
public record YearDays(int year, boolean provisional, Map<LocalDate, CalendarDay> special) {

    public YearDays {
        special = Map.copyOf(special);
    }

    public CalendarDay day(LocalDate date) {
        @Nullable CalendarDay day = special.get(date);
        return day == null ? CalendarDay.ordinary(date) : day;
    }
}
