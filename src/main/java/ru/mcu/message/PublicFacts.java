package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may leave the house about a message: nothing of the author, none of his words. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PublicFacts(
        UUID id,
        String number,
        String channel,
        String status,
        String priority,
        @Nullable String topicGroup,
        @Nullable String topic,
        @Nullable String district,
        @Nullable String executor,
        Instant registeredAt,
        @Nullable Instant dueAt,
        @Nullable String outcome,
        @Nullable String closeReason,
        @Nullable Integer mark) {}
