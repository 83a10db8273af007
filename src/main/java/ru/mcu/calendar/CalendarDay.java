package ru.mcu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * One day of the calendar with the reason why it is what it is.
 *
 * @param shortened whether the day ends one hour earlier
 * @param reason Russian, as it follows a dash: «День народного единства», «выходной, перенесён с 3 января»
 */
public record CalendarDay(LocalDate date, DayKind kind, boolean shortened, String reason) {

    /** A day of rest. */
    public static CalendarDay off(LocalDate date, String reason) {
        return new CalendarDay(date, DayKind.OFF, false, reason);
    }

    /** A working day that ends one hour earlier, on a weekday or on a working weekend. */
    public static CalendarDay shortened(LocalDate date) {
        return isWeekend(date)
                ? new CalendarDay(date, DayKind.WORKING_WEEKEND, true, "рабочий день по переносу")
                : new CalendarDay(date, DayKind.SHORTENED, true, "сокращённый день");
    }

    /** A weekend that is worked in full, or an ordinary weekday. */
    public static CalendarDay worked(LocalDate date) {
        return isWeekend(date)
                ? new CalendarDay(date, DayKind.WORKING_WEEKEND, false, "рабочий день по переносу")
                : new CalendarDay(date, DayKind.WORKING, false, "рабочий день");
    }

    /** What the day is when no calendar says otherwise: Monday to Friday are worked. */
    public static CalendarDay ordinary(LocalDate date) {
        return isWeekend(date) ? off(date, "выходные") : worked(date);
    }

    public boolean isOff() {
        return kind == DayKind.OFF;
    }

    /** Saturday or Sunday, whatever the calendar makes of it. */
    public static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
