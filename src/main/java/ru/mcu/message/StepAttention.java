package ru.mcu.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A step of which somebody must now be told. */
public record StepAttention(
        UUID messageId, String activityId, @Nullable String taskId, String step, DeadlineEvent event) {}
