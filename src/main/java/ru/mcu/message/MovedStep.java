package ru.mcu.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An open step whose date moved: its task and its timer must follow. */
public record MovedStep(
        String processInstanceId,
        String activityId,
        @Nullable String taskId,
        Instant dueAt,
        Instant nextAttention) {}
