package ru.mcu.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interval in which the clock of a message stands, for example while its author is asked for details.
 *
 * @param to the moment the clock went on, or null while it still stands
 */
public record Pause(Instant from, @Nullable Instant to) {

    public Pause {
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("Пауза не может закончиться раньше, чем началась.");
        }
    }

    /** Whether the clock still stands. */
    public boolean isOpen() {
        return to == null;
    }

    /** The same pause ended at the given moment. */
    public Pause closedAt(Instant end) {
        return new Pause(from, end);
    }
}
