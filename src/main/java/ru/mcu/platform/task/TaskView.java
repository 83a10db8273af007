package ru.mcu.platform.task;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user task as its form needs it. */
public record TaskView(
        String taskId,
        String key,
        String name,
        @Nullable String documentation,
        UUID messageId,
        @Nullable String assignee,
        boolean mine,
        @Nullable Instant due,
        Map<String, Object> view) {}
