package ru.mcu.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.OptionalLong;
import ru.mcu.calendar.internal.YearDays;

/**
 * One year laid out as working stretches in epoch milliseconds with running totals, so that every question is one
 * binary search. A working day has one stretch, or two when the clock stands at lunch.
 */
final class YearTable {

    private final YearDays days;
    private final long[] starts;
    private final long[] ends;
    /** Working milliseconds of the year before each stretch. */
    private final long[] before;
    /** Per day of the year: when its work ends, or 0 for a day of rest. */
    private final long[] workEnds;

    private final long total;

    YearTable(YearDays days, CalendarSettings settings) {
        this.days = days;
        LocalDate first = LocalDate.of(days.year(), 1, 1);
        long[] startsFound = new long[first.lengthOfYear() * 2];
        long[] endsFound = new long[startsFound.length];
        workEnds = new long[first.lengthOfYear()];
        int count = 0;
        for (int index = 0; index < workEnds.length; index++) {
            LocalDate date = first.plusDays(index);
            CalendarDay day = days.day(date);
            if (day.isOff()) {
                continue;
            }
            LocalTime dayEnd =
                    day.shortened() ? settings.dayEnd().minus(CalendarSettings.SHORTENED_BY) : settings.dayEnd();
            for (LocalTime[] stretch : stretches(settings, dayEnd)) {
                startsFound[count] = millis(date, stretch[0], settings.zone());
                endsFound[count] = millis(date, stretch[1], settings.zone());
                workEnds[index] = endsFound[count];
                count++;
            }
        }
        starts = Arrays.copyOf(startsFound, count);
        ends = Arrays.copyOf(endsFound, count);
        before = new long[count];
        long sum = 0;
        for (int index = 0; index < count; index++) {
            before[index] = sum;
            sum += ends[index] - starts[index];
        }
        total = sum;
    }

    private static LocalTime[][] stretches(CalendarSettings settings, LocalTime dayEnd) {
        LocalTime start = settings.dayStart();
        if (settings.lunchCounted() || !settings.lunchStart().isBefore(dayEnd)) {
            return new LocalTime[][] {{start, dayEnd}};
        }
        if (!settings.lunchEnd().isBefore(dayEnd)) {
            return new LocalTime[][] {{start, settings.lunchStart()}};
        }
        return new LocalTime[][] {{start, settings.lunchStart()}, {settings.lunchEnd(), dayEnd}};
    }

    private static long millis(LocalDate date, LocalTime time, ZoneId zone) {
        return date.atTime(time).atZone(zone).toInstant().toEpochMilli();
    }

    boolean provisional() {
        return days.provisional();
    }

    CalendarDay day(LocalDate date) {
        return days.day(date);
    }

    /** When the work of a working day ends, epoch milliseconds. */
    long workEnd(LocalDate date) {
        return workEnds[date.getDayOfYear() - 1];
    }

    /** Working milliseconds of the whole year. */
    long total() {
        return total;
    }

    /** Working milliseconds from the beginning of the year to the moment. */
    long workedBy(long moment) {
        int stretch = lastStartingBy(moment);
        return stretch < 0 ? 0 : before[stretch] + Math.min(moment, ends[stretch]) - starts[stretch];
    }

    /** The earliest moment at which {@link #workedBy} reaches the amount, which is over 0 and at most the total. */
    long momentWorked(long amount) {
        int found = Arrays.binarySearch(before, amount);
        int stretch = (found >= 0 ? found : -found - 1) - 1;
        return starts[stretch] + amount - before[stretch];
    }

    /** The moment itself if it is working time, else the next start of work; empty when the year has none left. */
    OptionalLong workingFrom(long moment) {
        int stretch = lastStartingBy(moment);
        if (stretch >= 0 && moment < ends[stretch]) {
            return OptionalLong.of(moment);
        }
        return stretch + 1 < starts.length ? OptionalLong.of(starts[stretch + 1]) : OptionalLong.empty();
    }

    private int lastStartingBy(long moment) {
        int found = Arrays.binarySearch(starts, moment);
        return found >= 0 ? found : -found - 2;
    }
}
