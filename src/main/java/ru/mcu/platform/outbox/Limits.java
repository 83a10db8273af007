package ru.mcu.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a channel takes; zero means as much as we have.
 *
 * @param perSecond calls a second for the whole installation
 * @param laneInterval the least time between two texts in one chat
 * @param identicalPerHour the same text in an hour (Елизово: 5)
 * @param perDay texts in 24 hours (Елизово: 200)
 */
record Limits(
        @DefaultValue("0") int perSecond,
        @DefaultValue("0s") Duration laneInterval,
        @DefaultValue("0") int identicalPerHour,
        @DefaultValue("0") int perDay) {

    static final Limits NONE = new Limits(0, Duration.ZERO, 0, 0);
}
