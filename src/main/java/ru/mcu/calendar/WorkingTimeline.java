package ru.mcu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import ru.mcu.calendar.internal.CalendarSource;

/**
 * Working time across years: tables are built once on first use and never change; a reload makes a new timeline.
 * Whoever touches a year that is not loaded raises the alarm.
 */
final class WorkingTimeline implements TimeAxis {

    private final CalendarSettings settings;
    private final CalendarSource source;
    private final IntConsumer missingYear;
    private final Map<Integer, YearTable> tables = new ConcurrentHashMap<>();

    WorkingTimeline(CalendarSettings settings, CalendarSource source, IntConsumer missingYear) {
        this.settings = settings;
        this.source = source;
        this.missingYear = missingYear;
    }

    CalendarSource source() {
        return source;
    }

    CalendarSettings settings() {
        return settings;
    }

    LocalDate dateOf(long moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment), settings.zone());
    }

    CalendarDay day(LocalDate date) {
        return table(date.getYear()).day(date);
    }

    /** When a day ends for counting days: with its work, or at midnight when nobody works. */
    long endOf(LocalDate date) {
        YearTable table = table(date.getYear());
        return table.day(date).isOff()
                ? date.plusDays(1).atStartOfDay(settings.zone()).toInstant().toEpochMilli()
                : table.workEnd(date);
    }

    boolean isProvisional(int year) {
        return !source.isLoaded(year);
    }

    boolean isWorking(long moment) {
        OptionalLong found = table(yearOf(moment)).workingFrom(moment);
        return found.isPresent() && found.getAsLong() == moment;
    }

    /** The moment itself if it is working time, else the next start of work. */
    long workingFrom(long moment) {
        int year = yearOf(moment);
        OptionalLong found = table(year).workingFrom(moment);
        while (found.isEmpty()) {
            year++;
            found = table(year).workingFrom(moment);
        }
        return found.getAsLong();
    }

    @Override
    public long elapsed(long from, long to) {
        int firstYear = yearOf(from);
        int lastYear = yearOf(to);
        long sum = table(lastYear).workedBy(to) - table(firstYear).workedBy(from);
        for (int year = firstYear; year < lastYear; year++) {
            sum += table(year).total();
        }
        return sum;
    }

    @Override
    public long after(long from, long amount) {
        int year = yearOf(from);
        YearTable table = table(year);
        long left = table.workedBy(from) + amount;
        while (left > table.total()) {
            left -= table.total();
            year++;
            table = table(year);
        }
        return table.momentWorked(left);
    }

    private int yearOf(long moment) {
        return dateOf(moment).getYear();
    }

    private YearTable table(int year) {
        YearTable table = tables.computeIfAbsent(year, wanted -> new YearTable(source.year(wanted), settings));
        if (table.provisional()) {
            missingYear.accept(year);
        }
        return table;
    }
}
