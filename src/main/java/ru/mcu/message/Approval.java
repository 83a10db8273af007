package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One decision on one version of an answer; every round is kept. */
@Entity
@Table(schema = "mcu", name = "approval")
class Approval extends Stored {

    UUID messageId;
    UUID draftId;

    @Enumerated(EnumType.STRING)
    ApprovalStage stage;

    int round;

    @Enumerated(EnumType.STRING)
    ApprovalDecision decision;

    @Nullable
    String remarks;

    String decidedBy;

    @Nullable
    String onBehalfOf;

    Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // filled by Approvals or JPA
    protected Approval() {}
}
