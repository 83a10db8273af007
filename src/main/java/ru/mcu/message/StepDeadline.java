package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** When one step of one message must be done, why, and who has been told. */
@Entity
@Table(schema = "mcu", name = "step_deadline")
class StepDeadline extends Stored {

    static final int TOLD_NOBODY = 0;
    static final int OVERDUE = 1;
    static final int CRITICAL = 2;

    UUID messageId;
    String processInstanceId;
    String activityId;

    @Nullable
    String taskId;

    String step;
    BigDecimal normAmount;
    String normUnit;

    @Nullable
    String normSource;

    Instant startedAt;
    Instant dueAt;

    @Nullable
    Instant warnAt;

    @Nullable
    Instant escalateAt;

    boolean provisional;

    @JdbcTypeCode(SqlTypes.JSON)
    String why;

    @Nullable
    Instant warnedAt;

    int escalationLevel;

    @Nullable
    Instant closedAt;

    @Nullable
    String closedBy;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // filled by Deadlines or JPA
    protected StepDeadline() {}

    /** The first moment after {@code after} at which somebody must be told; null when everybody has been. */
    @Nullable
    Instant nextAttention(Instant after) {
        return Stream.of(
                        warnedAt == null ? warnAt : null,
                        escalationLevel < OVERDUE ? dueAt : null,
                        escalationLevel < CRITICAL ? escalateAt : null)
                .filter(Objects::nonNull)
                .filter(moment -> moment.isAfter(after))
                .min(Instant::compareTo)
                .orElse(null);
    }

    /** What has happened by now and nobody has been told yet; null for nothing. */
    @Nullable
    DeadlineEvent dueEvent(Instant now) {
        if (closedAt != null) {
            return null;
        }
        if (escalationLevel < CRITICAL && escalateAt != null && !now.isBefore(escalateAt)) {
            return DeadlineEvent.CRITICAL;
        }
        if (escalationLevel < OVERDUE && !now.isBefore(dueAt)) {
            return DeadlineEvent.OVERDUE;
        }
        return warnedAt == null && warnAt != null && !now.isBefore(warnAt) && now.isBefore(dueAt)
                ? DeadlineEvent.WARNING
                : null;
    }

    void told(DeadlineEvent event, Instant now) {
        if (warnedAt == null) {
            warnedAt = now;
        }
        if (event == DeadlineEvent.OVERDUE) {
            escalationLevel = OVERDUE;
        } else if (event == DeadlineEvent.CRITICAL) {
            escalationLevel = CRITICAL;
        }
    }
}
