package ru.mcu.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The slow and obvious way: every minute of 2025 and 2026 is either worked or not, and whoever wants to know a deadline
 * walks from minute to minute. Minutes are numbered from local midnight of 1 January 2025; the days come from the
 * decrees once more, not from the files under test.
 */
final class MinuteByMinute {

    static final LocalDateTime ORIGIN = LocalDateTime.of(2025, 1, 1, 0, 0);
    static final int LAST = (int) ChronoUnit.MINUTES.between(ORIGIN, LocalDateTime.of(2027, 1, 1, 0, 0));

    private static final Set<LocalDate> WEEKDAYS_OFF =
            dates("2025-01-01 2025-01-02 2025-01-03 2025-01-06 2025-01-07 2025-01-08 2025-05-01 2025-05-02 2025-05-08"
                    + " 2025-05-09 2025-06-12 2025-06-13 2025-11-03 2025-11-04 2025-12-31 2026-01-01 2026-01-02"
                    + " 2026-01-05 2026-01-06 2026-01-07 2026-01-08 2026-01-09 2026-02-23 2026-03-09 2026-05-01"
                    + " 2026-05-11 2026-06-12 2026-11-04 2026-12-31");
    private static final Set<LocalDate> WEEKENDS_WORKED = dates("2025-11-01");
    private static final Set<LocalDate> SHORT =
            dates("2025-03-07 2025-04-30 2025-06-11 2025-11-01 2026-04-30 2026-05-08 2026-06-11 2026-11-03");
    private static final Set<LocalDate> RADONITSA = dates("2025-04-29 2026-04-21");

    private final boolean radonitsa;
    private final boolean lunchCounted;
    private final BitSet worked = new BitSet(LAST);

    MinuteByMinute(boolean radonitsa, boolean lunchCounted) {
        this.radonitsa = radonitsa;
        this.lunchCounted = lunchCounted;
        for (int minute = 0; minute < LAST; minute++) {
            worked.set(minute, isWorked(ORIGIN.plusMinutes(minute)));
        }
    }

    private boolean isWorked(LocalDateTime time) {
        LocalDate date = time.toLocalDate();
        if (isOff(date)) {
            return false;
        }
        int hour = time.getHour();
        int end = SHORT.contains(date) ? 17 : 18;
        return hour >= 9 && hour < end && (lunchCounted || hour != 13);
    }

    private boolean isOff(LocalDate date) {
        if (WEEKDAYS_OFF.contains(date) || (radonitsa && RADONITSA.contains(date))) {
            return true;
        }
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend && !WEEKENDS_WORKED.contains(date);
    }

    boolean isWorked(int minute) {
        return worked.get(minute);
    }

    int nextWorked(int minute) {
        int candidate = minute;
        while (!worked.get(candidate)) {
            candidate++;
        }
        return candidate;
    }

    int workedBetween(int from, int to) {
        int count = 0;
        for (int minute = from; minute < to; minute++) {
            count += worked.get(minute) ? 1 : 0;
        }
        return count;
    }

    int afterHours(int start, int minutes, boolean roundTheClock, List<int[]> pauses) {
        int left = minutes;
        int minute = start;
        while (left > 0) {
            if ((roundTheClock || worked.get(minute)) && !stands(minute, pauses)) {
                left--;
            }
            minute++;
        }
        return minute;
    }

    int afterWorkingDays(int start, int days, List<int[]> pauses) {
        int startDay = day(nextWorked(start));
        int left = days;
        int minute = start;
        while (left > 0) {
            if (isLastWorkedOfDay(minute) && day(minute) > startDay && !stands(minute, pauses)) {
                left--;
            }
            minute++;
        }
        return minute;
    }

    int afterCalendarDays(int start, int days, List<int[]> pauses) {
        int left = days;
        int minute = start;
        while (left > 0) {
            boolean endOfDay = isOff(minute) ? minute % 1440 == 1439 : isLastWorkedOfDay(minute);
            if (endOfDay && day(minute) > day(start) && !stands(minute, pauses)) {
                left--;
            }
            minute++;
        }
        if (isOff(minute - 1)) {
            while (!isLastWorkedOfDay(minute) || stands(minute, pauses)) {
                minute++;
            }
            minute++;
        }
        return minute;
    }

    private boolean isLastWorkedOfDay(int minute) {
        if (!worked.get(minute)) {
            return false;
        }
        for (int later = minute + 1; day(later) == day(minute); later++) {
            if (worked.get(later)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOff(int minute) {
        return isOff(ORIGIN.toLocalDate().plusDays(day(minute)));
    }

    private static int day(int minute) {
        return minute / 1440;
    }

    private static boolean stands(int minute, List<int[]> pauses) {
        for (int[] pause : pauses) {
            if (pause[0] <= minute && minute < pause[1]) {
                return true;
            }
        }
        return false;
    }

    private static Set<LocalDate> dates(String text) {
        return Stream.of(text.split(" ", -1)).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
