package ru.mcu.calendar.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import ru.mcu.calendar.CalendarDay;

/**
 * Everything read from the calendar files of a city at one moment.
 *
 * @param years special days of each loaded year
 * @param overlay regional days, which win over the year's own and apply to years that are not loaded as well
 */
public record CalendarSource(Map<Integer, Map<LocalDate, CalendarDay>> years, Map<LocalDate, CalendarDay> overlay) {

    public CalendarSource {
        years = Map.copyOf(years);
        overlay = Map.copyOf(overlay);
    }

    public boolean isLoaded(int year) {
        return years.containsKey(year);
    }

    /** The year as the city lives it; provisional by ТК РФ ст. 112 when its calendar is not loaded. */
    public YearDays year(int year) {
        @Nullable Map<LocalDate, CalendarDay> loaded = years.get(year);
        Map<LocalDate, CalendarDay> days = new HashMap<>(loaded == null ? StatutoryHolidays.of(year) : loaded);
        overlay.forEach((date, day) -> {
            if (date.getYear() == year) {
                days.put(date, day);
            }
        });
        return new YearDays(year, loaded == null, days);
    }

    /** Years whose days or whose being loaded differ between the two readings. */
    public Set<Integer> changedSince(CalendarSource earlier) {
        Set<Integer> candidates = new TreeSet<>(mentionedYears());
        candidates.addAll(earlier.mentionedYears());
        candidates.removeIf(year -> year(year).equals(earlier.year(year)));
        return candidates;
    }

    private Set<Integer> mentionedYears() {
        Set<Integer> mentioned = new TreeSet<>(years.keySet());
        overlay.keySet().forEach(date -> mentioned.add(date.getYear()));
        return mentioned;
    }
}
