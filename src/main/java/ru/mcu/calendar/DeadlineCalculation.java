package ru.mcu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One computation of one deadline; {@link WorkingCalendar#deadline} states the rules. */
final class DeadlineCalculation {

    private final WorkingTimeline timeline;
    private final Norm norm;
    private final List<Pause> pauses;
    private final Instant start;
    private final long countedFrom;
    private final Standstill standstill;
    private @Nullable LocalDate nominalLastDay;

    DeadlineCalculation(WorkingTimeline timeline, Instant start, Norm norm, List<Pause> pauses) {
        this.timeline = timeline;
        this.norm = norm;
        this.pauses = pauses;
        this.start = start;
        long from = start.toEpochMilli();
        this.countedFrom = isWorkingNorm() ? timeline.workingFrom(from) : from;
        this.standstill = Standstill.of(pauses, from);
    }

    Deadline deadline() {
        long at =
                switch (norm.unit()) {
                    case WORKING_HOURS -> hours(timeline);
                    case CLOCK_HOURS -> hours(TimeAxis.CLOCK);
                    case WORKING_DAYS -> lastDay(day -> !day.isOff());
                    case CALENDAR_DAYS -> lastDay(day -> true);
                };
        boolean paused = at > standstill.openSince();
        DeadlineExplanation why = explain(at, paused);
        return new Deadline(Instant.ofEpochMilli(at), !why.provisionalYears().isEmpty(), why);
    }

    private long hours(TimeAxis axis) {
        long cursor = countedFrom;
        long left = norm.millis();
        for (Standstill.Interval pause : standstill.closed()) {
            if (axis.after(cursor, left) <= pause.from()) {
                break;
            }
            long pauseFrom = Math.max(cursor, pause.from());
            left -= axis.elapsed(cursor, pauseFrom);
            cursor = Math.max(cursor, pause.to());
        }
        return axis.after(cursor, left);
    }

    private long lastDay(Predicate<CalendarDay> counts) {
        LocalDate day = timeline.dateOf(countedFrom);
        int left = norm.wholeDays();
        while (left > 0) {
            day = day.plusDays(1);
            if (counts.test(timeline.day(day)) && !stoodAtEndOf(day)) {
                left--;
            }
        }
        if (timeline.day(day).isOff()) {
            nominalLastDay = day;
            while (timeline.day(day).isOff() || stoodAtEndOf(day)) {
                day = day.plusDays(1);
            }
        }
        return timeline.endOf(day);
    }

    private boolean stoodAtEndOf(LocalDate day) {
        return standstill.coversEnd(timeline.endOf(day));
    }

    private DeadlineExplanation explain(long at, boolean paused) {
        List<CalendarDay> skipped = new ArrayList<>();
        List<CalendarDay> shortened = new ArrayList<>();
        List<CalendarDay> workedWeekends = new ArrayList<>();
        Set<Integer> provisionalYears = new TreeSet<>();
        if (norm.unit() != NormUnit.CLOCK_HOURS) {
            LocalDate last = timeline.dateOf(at);
            for (LocalDate date = firstExplained(last); !date.isAfter(last); date = date.plusDays(1)) {
                CalendarDay day = timeline.day(date);
                if (timeline.isProvisional(date.getYear())) {
                    provisionalYears.add(date.getYear());
                }
                if (day.isOff()) {
                    skipped.add(day);
                } else if (day.kind() == DayKind.WORKING_WEEKEND) {
                    workedWeekends.add(day);
                }
                if (day.shortened()) {
                    shortened.add(day);
                }
            }
        }
        return new DeadlineExplanation(
                start,
                isWorkingNorm() && countedFrom != start.toEpochMilli() ? Instant.ofEpochMilli(countedFrom) : start,
                Instant.ofEpochMilli(at),
                norm,
                timeline.settings().zone(),
                timeline.settings().workingTimeInRussian(),
                skipped,
                shortened,
                workedWeekends,
                nominalLastDay,
                relevantPauses(at),
                provisionalYears,
                paused);
    }

    /** Only the end of a calendar-day norm depends on the calendar; a working norm depends on every day. */
    private LocalDate firstExplained(LocalDate last) {
        if (isWorkingNorm()) {
            return timeline.dateOf(start.toEpochMilli());
        }
        return nominalLastDay == null ? last : nominalLastDay;
    }

    private List<Pause> relevantPauses(long at) {
        return pauses.stream()
                .filter(pause -> pause.from().toEpochMilli() < at)
                .filter(pause -> pause.to() == null || pause.to().isAfter(start))
                .sorted((one, other) -> one.from().compareTo(other.from()))
                .toList();
    }

    private boolean isWorkingNorm() {
        return norm.unit() == NormUnit.WORKING_HOURS || norm.unit() == NormUnit.WORKING_DAYS;
    }
}
