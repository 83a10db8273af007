package ru.mcu.platform.outbox;

import java.time.Instant;

/** A way out stopped answering; told once, however many texts wait for it. */
public record ChannelBroken(String carrier, String title, String reason, Instant at) {}
