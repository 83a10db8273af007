package ru.mcu.message.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a message stands, without personal data. */
public record MessageResource(
        UUID id,
        String number,
        String channel,
        String status,
        String statusTitle,
        String priority,
        @Nullable String topic,
        @Nullable String executor,
        Instant registeredAt,
        @Nullable Instant dueAt,
        @Nullable String answer,
        @Nullable String answerLink) {}
