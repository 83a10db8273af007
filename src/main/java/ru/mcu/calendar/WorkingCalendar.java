package ru.mcu.calendar;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import ru.mcu.calendar.internal.CalendarFiles;
import ru.mcu.calendar.internal.CalendarSource;

/**
 * The working calendar of the city: the one place where terms are turned into moments.
 *
 * <p>Thread-safe; a reload swaps all years at once. Moments have a resolution of one millisecond, finer parts of an
 * argument are dropped. Working time is half-open: at 18:00 sharp work is over. A year that is not loaded is computed
 * by ТК РФ ст. 112, and an alarm is raised.
 */
public class WorkingCalendar {

    private final CalendarSettings settings;
    private final IntConsumer missingYear;
    private volatile WorkingTimeline timeline;

    WorkingCalendar(CalendarSettings settings, CalendarSource source, IntConsumer missingYear) {
        this.settings = settings;
        this.missingYear = missingYear;
        this.timeline = new WorkingTimeline(settings, source, missingYear);
    }

    /**
     * A calendar on its own, without alarm and reload, for tests and tools.
     *
     * @throws CalendarFileException when a calendar named in the settings is not in the folder or cannot be read
     */
    public static WorkingCalendar fromFolder(CalendarSettings settings, Path folder) {
        return new WorkingCalendar(settings, CalendarFiles.read(folder, settings.calendars()), year -> {});
    }

    /**
     * When a norm that starts at {@code start} runs out.
     *
     * <ul>
     *   <li>Working hours: counted to the millisecond in working time; a start outside working time counts as the next
     *       working time; what runs out exactly at the end of a day stays there.
     *   <li>Clock hours: round the clock.
     *   <li>Working days: the end of work on the Nth working day after the day of the start (ГК РФ ст. 191, 194); a
     *       start outside working time counts as the next working time, so Friday evening counts as Monday.
     *   <li>Calendar days: the end of work on the Nth day after the day of the start; a day of rest moves the end to
     *       the next working day (ГК РФ ст. 193).
     * </ul>
     *
     * <p>Pauses stop the clock and may overlap. For days the clock must run at the end of the day: a day at whose end
     * it stands does not count, a pause within one day changes nothing. A pause after the deadline never changes it.
     * An open pause makes the deadline {@link Deadline#paused()}.
     */
    public Deadline deadline(Instant start, Norm norm, List<Pause> pauses) {
        return new DeadlineCalculation(timeline, start, norm, pauses).deadline();
    }

    /** Working time between two moments; negative when the second is earlier. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        long first = from.toEpochMilli();
        long second = to.toEpochMilli();
        WorkingTimeline current = timeline;
        return first <= second
                ? Duration.ofMillis(current.elapsed(first, second))
                : Duration.ofMillis(-current.elapsed(second, first));
    }

    /** Whether people are at work: the start of the day and not its end; not at lunch unless lunch is counted. */
    public boolean isWorkingTime(Instant moment) {
        return timeline.isWorking(moment.toEpochMilli());
    }

    /** The moment itself if it is working time, else the next start of work. */
    public Instant nextWorkingTime(Instant moment) {
        return Instant.ofEpochMilli(timeline.workingFrom(moment.toEpochMilli()));
    }

    /** {@link #warningTime(Instant, Duration)} with the time of the settings. */
    public Instant warningTime(Instant due) {
        return warningTime(due, settings.warningBefore());
    }

    /**
     * When to warn of a deadline: so much clock time before it, never outside working time (ЯНАО п. 3.7): then with the
     * next start of work, in the morning digest. Not later than the deadline, unless that lies outside working time.
     *
     * @param before more than zero
     */
    public Instant warningTime(Instant due, Duration before) {
        if (before.toMillis() <= 0) {
            throw new IllegalArgumentException("Предупреждение должно быть раньше срока.");
        }
        return nextWorkingTime(due.minus(before));
    }

    /** The day as the city lives it, with its kind and the reason. */
    public CalendarDay day(LocalDate date) {
        return timeline.day(date);
    }

    /** The zone in which the city's days begin and end. */
    public ZoneId zone() {
        return settings.zone();
    }

    CalendarSource source() {
        return timeline.source();
    }

    /** Takes new days for all years; returns the years that differ. */
    Set<Integer> replace(CalendarSource source) {
        Set<Integer> changed = source.changedSince(timeline.source());
        timeline = new WorkingTimeline(settings, source, missingYear);
        return changed;
    }
}
