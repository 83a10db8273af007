package ru.mcu.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a subject's history. */
public record AuditEntry(
        Instant at,
        String actor,
        @Nullable String onBehalfOf,
        String action,
        @Nullable String reason,
        String details) {}
