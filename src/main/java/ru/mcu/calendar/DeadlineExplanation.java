package ru.mcu.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Why a deadline is what it is, for the one who has to keep it and for the one who checks.
 *
 * @param start the moment the term began
 * @param countedFrom the moment counting began: the next working time when a working norm began outside of it
 * @param at the deadline, or the earliest it can be while paused
 * @param workingTime Russian: «09:00–18:00, обед 13:00–14:00 не считается»
 * @param skippedDays days of rest that did not count, for calendar days those the end was moved over; ascending
 * @param shortenedDays days on the way that end one hour earlier
 * @param workedWeekends Saturdays and Sundays on the way that are worked
 * @param nominalLastDay the last calendar day of the norm when it was a day of rest and the end moved, else null
 * @param pauses the pauses that fell into the term, as given
 * @param provisionalYears years on the way whose calendar is not loaded
 * @param paused whether an open pause holds the deadline
 */
public record DeadlineExplanation(
        Instant start,
        Instant countedFrom,
        Instant at,
        Norm norm,
        ZoneId zone,
        String workingTime,
        List<CalendarDay> skippedDays,
        List<CalendarDay> shortenedDays,
        List<CalendarDay> workedWeekends,
        @Nullable LocalDate nominalLastDay,
        List<Pause> pauses,
        Set<Integer> provisionalYears,
        boolean paused) {

    public DeadlineExplanation {
        skippedDays = List.copyOf(skippedDays);
        shortenedDays = List.copyOf(shortenedDays);
        workedWeekends = List.copyOf(workedWeekends);
        pauses = List.copyOf(pauses);
        provisionalYears = Set.copyOf(provisionalYears);
    }

    /** «Почему такой срок»: Russian sentences in reading order, times in the city's zone. */
    public List<String> sentences() {
        return new ExplanationSentences(this).inOrder();
    }
}
