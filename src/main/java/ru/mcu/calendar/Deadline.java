package ru.mcu.calendar;

import java.time.Instant;
import java.util.Optional;

/**
 * A computed deadline.
 *
 * @param at the moment; while the clock stands, the earliest moment it can be (as if the open pause had ended at once),
 *     which no timer may use: take {@link #running()}
 * @param provisional a year without a loaded calendar was used: compute anew on {@link CalendarChanged}
 */
public record Deadline(Instant at, boolean provisional, DeadlineExplanation why) {

    /** Whether an open pause holds the deadline. */
    public boolean paused() {
        return why.paused();
    }

    /** The moment for due dates and timers; empty while the clock stands. */
    public Optional<Instant> running() {
        return paused() ? Optional.empty() : Optional.of(at);
    }
}
