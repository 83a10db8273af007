package ru.mcu.platform;

import java.util.Date;
import org.jspecify.annotations.Nullable;

/**
 * Tells the engine when a step's deadline next needs attention (warning, overdue, escalation), so that one boundary
 * timer per step serves all of them.
 */
public interface StepClock {

    /**
     * The first moment strictly after the given one at which the deadline needs attention.
     *
     * @param stepDeadlineId id in the timer's cycle {@code STEP:<id>}
     * @return null when nothing is left to watch
     */
    @Nullable
    Date nextAttention(String stepDeadlineId, Date after);
}
