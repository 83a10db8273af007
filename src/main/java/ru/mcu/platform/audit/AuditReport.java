package ru.mcu.platform.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the chain found.
 *
 * @param sealed entries with a place in the chain
 * @param unsealed entries that wait for one; a change of these is not noticed
 * @param oldestUnsealed null when none waits
 * @param head the last link, to be compared with what the log said
 * @param breaks the first twenty, from the oldest; empty when the chain is whole
 */
public record AuditReport(
        Instant at, long sealed, long unsealed, @Nullable Instant oldestUnsealed, String head, List<Break> breaks) {

    /**
     * A place where the chain is broken.
     *
     * @param no place in the chain
     * @param what in Russian
     */
    public record Break(long no, String what) {}

    public boolean intact() {
        return breaks.isEmpty();
    }
}
