package ru.mcu.platform.outbox;

import java.time.Instant;

/** A way out that was broken takes texts again. */
public record ChannelRecovered(String carrier, String title, Instant brokenSince) {}
