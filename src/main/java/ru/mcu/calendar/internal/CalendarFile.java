package ru.mcu.calendar.internal;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mcu.calendar.CalendarDay;

/**
 * One file as read.
 *
 * @param year the year the file states in full, or null for a regional overlay
 */
record CalendarFile(@Nullable Integer year, Map<LocalDate, CalendarDay> days) {}
