package ru.mcu.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pauses of one computation, cut to its start, in order and without overlaps.
 *
 * @param closed finished intervals in epoch milliseconds
 * @param openSince when the pause that still lasts began, or {@link Long#MAX_VALUE}
 */
record Standstill(List<Interval> closed, long openSince) {

    record Interval(long from, long to) {}

    static Standstill of(List<Pause> pauses, long start) {
        List<Interval> intervals = pauses.stream()
                .map(pause -> new Interval(
                        Math.max(start, pause.from().toEpochMilli()),
                        pause.to() == null ? Long.MAX_VALUE : pause.to().toEpochMilli()))
                .filter(interval -> interval.from < interval.to)
                .sorted(Comparator.comparingLong(Interval::from))
                .toList();
        List<Interval> merged = new ArrayList<>();
        for (Interval next : intervals) {
            int last = merged.size() - 1;
            if (last >= 0 && next.from <= merged.get(last).to) {
                merged.set(last, new Interval(merged.get(last).from, Math.max(merged.get(last).to, next.to)));
            } else {
                merged.add(next);
            }
        }
        int last = merged.size() - 1;
        if (last >= 0 && merged.get(last).to == Long.MAX_VALUE) {
            return new Standstill(List.copyOf(merged.subList(0, last)), merged.get(last).from);
        }
        return new Standstill(List.copyOf(merged), Long.MAX_VALUE);
    }

    /** Whether the clock stood right before the moment, so that nothing could run out then. */
    boolean coversEnd(long moment) {
        return closed.stream().anyMatch(interval -> interval.from < moment && moment <= interval.to);
    }
}
