package ru.mcu.platform.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a way out is doing, for all nodes.
 *
 * @param tokens calls it takes at {@code refilledAt}; one second's worth at most
 * @param failures failures in a row
 * @param heldUntil it rests until then
 * @param brokenSince since when it is told as broken
 */
record ChannelState(
        double tokens,
        @Nullable Instant refilledAt,
        int failures,
        @Nullable Instant heldUntil,
        @Nullable Instant brokenSince,
        boolean paused) {

    /** What the pace allows now, as a part of one second's worth. */
    double tokens(Instant now, int perSecond) {
        if (refilledAt == null) {
            return perSecond;
        }
        double seconds = Math.max(0, java.time.Duration.between(refilledAt, now).toNanos() / 1e9);
        return Math.min(perSecond, tokens + seconds * perSecond);
    }

    boolean rests(Instant now) {
        return paused || (heldUntil != null && heldUntil.isAfter(now));
    }

    boolean isBroken() {
        return brokenSince != null;
    }
}
