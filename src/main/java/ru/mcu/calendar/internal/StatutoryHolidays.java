package ru.mcu.calendar.internal;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import ru.mcu.calendar.CalendarDay;

/**
 * What the law alone says about a year, for years whose calendar is not loaded: the holidays of ТК РФ ст. 112 ч. 1 and
 * the transfer of ч. 2 (a day of rest that coincides with a holiday moves to the next working day after it, except
 * 1–8 January, which the Government moves). Shortened days come only with the official calendar.
 */
final class StatutoryHolidays {

    private static final Map<MonthDay, String> HOLIDAYS = new LinkedHashMap<>();

    static {
        for (int day = 1; day <= 8; day++) {
            HOLIDAYS.put(MonthDay.of(1, day), day == 7 ? "Рождество Христово" : "Новогодние каникулы");
        }
        HOLIDAYS.put(MonthDay.of(2, 23), "День защитника Отечества");
        HOLIDAYS.put(MonthDay.of(3, 8), "Международный женский день");
        HOLIDAYS.put(MonthDay.of(5, 1), "Праздник Весны и Труда");
        HOLIDAYS.put(MonthDay.of(5, 9), "День Победы");
        HOLIDAYS.put(MonthDay.of(6, 12), "День России");
        HOLIDAYS.put(MonthDay.of(11, 4), "День народного единства");
    }

    private StatutoryHolidays() {}

    static Map<LocalDate, CalendarDay> of(int year) {
        Map<LocalDate, CalendarDay> days = new TreeMap<>();
        HOLIDAYS.forEach((monthDay, title) -> {
            LocalDate date = monthDay.atYear(year);
            days.put(date, CalendarDay.off(date, title));
        });
        HOLIDAYS.keySet().stream()
                .map(monthDay -> monthDay.atYear(year))
                .filter(date -> date.getMonthValue() > 1 && CalendarDay.isWeekend(date))
                .forEach(date -> {
                    LocalDate next = date.plusDays(1);
                    while (days.containsKey(next) || CalendarDay.isWeekend(next)) {
                        next = next.plusDays(1);
                    }
                    days.put(next, CalendarDay.off(next, "выходной, перенесён с " + Russian.day(date, year)));
                });
        return days;
    }
}
