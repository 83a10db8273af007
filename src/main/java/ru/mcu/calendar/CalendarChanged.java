package ru.mcu.calendar;

import java.util.Set;

/** Days of these years changed: deadlines that touch them, provisional ones first, must be computed anew. */
public record CalendarChanged(Set<Integer> years) {

    public CalendarChanged {
        years = Set.copyOf(years);
    }
}
