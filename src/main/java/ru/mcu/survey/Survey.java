package ru.mcu.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.survey.SurveyUnavailableException.Reason;

/** One invitation to rate a published answer: answered at most once, by its author or from a phone call, in time. */
@Entity
@Table(schema = "mcu", name = "survey")
class Survey {

    @Id
    private UUID id;

    @Column(nullable = false, updatable = false)
    private UUID messageId;

    @Column(nullable = false, updatable = false)
    private int round;

    @Embedded
    private SurveySnapshot snapshot;

    @Column(nullable = false, updatable = false)
    private String tokenHash;

    @Column
    private @Nullable String reminderTokenHash;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @Column
    private @Nullable Instant sentAt;

    @Column
    private @Nullable Instant remindedAt;

    @Column(nullable = false)
    private Instant expiresAt;

    @Column
    private @Nullable Instant answeredAt;

    @Column
    private @Nullable Integer mark;

    @Column
    private @Nullable Boolean solved;

    @Column
    private @Nullable String comment;

    @Column(nullable = false)
    private boolean byPhone;

    @Column
    private @Nullable String recordedBy;

    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected Survey() {}

    Survey(
            UUID id,
            UUID messageId,
            int round,
            SurveySnapshot snapshot,
            SurveyToken token,
            Instant now,
            Instant expiresAt) {
        if (!expiresAt.isAfter(now)) {
            throw new IllegalArgumentException("A survey must expire after it is created");
        }
        this.id = id;
        this.messageId = messageId;
        this.round = round;
        this.snapshot = snapshot;
        this.tokenHash = token.hash();
        this.createdAt = now;
        this.expiresAt = expiresAt;
    }

    /** The answer of the author, who came by the link. */
    void answer(AnswerInput input, Instant now) {
        requireOpen(now);
        accept(input, now);
    }

    /** The answer of the author, told by phone and written down by a member of staff, who is named. */
    void recordByPhone(AnswerInput input, String userId, Instant now) {
        if (userId.isBlank()) {
            throw new IllegalArgumentException("Укажите, кто записал ответ, полученный по телефону");
        }
        requireOpen(now);
        accept(input, now);
        byPhone = true;
        recordedBy = userId;
    }

    /** The delivery of the link; a second delivery report changes nothing. */
    void sent(Instant now) {
        if (sentAt == null) {
            sentAt = now;
        }
    }

    boolean mayRemind(Instant now) {
        return isOpen(now) && remindedAt == null;
    }

    /** The only reminder; its link works beside the first one. */
    void remind(SurveyToken token, Instant now) {
        requireOpen(now);
        if (remindedAt != null) {
            throw new IllegalStateException("A survey is reminded of once");
        }
        remindedAt = now;
        reminderTokenHash = token.hash();
    }

    boolean isOpen(Instant now) {
        return answeredAt == null && now.isBefore(expiresAt);
    }

    /** Closes an open survey before or at its term. */
    void expire(Instant now) {
        requireOpen(now);
        expiresAt = now;
    }

    Invitation invitation(SurveyToken token) {
        return new Invitation(id, round, token.path(), expiresAt);
    }

    Optional<SurveyResult> result() {
        if (answeredAt == null || mark == null || solved == null) {
            return Optional.empty();
        }
        return Optional.of(new SurveyResult(id, round, mark, solved, comment, answeredAt, recordedBy));
    }

    private void accept(AnswerInput input, Instant now) {
        answeredAt = now;
        mark = input.mark();
        solved = input.solved();
        comment = input.comment();
    }

    private void requireOpen(Instant now) {
        if (answeredAt != null) {
            throw new SurveyUnavailableException(Reason.ANSWERED);
        }
        if (!isOpen(now)) {
            throw new SurveyUnavailableException(Reason.EXPIRED);
        }
    }

    UUID id() {
        return id;
    }

    UUID messageId() {
        return messageId;
    }

    int round() {
        return round;
    }

    SurveySnapshot snapshot() {
        return snapshot;
    }

    String tokenHash() {
        return tokenHash;
    }

    @Nullable
    String reminderTokenHash() {
        return reminderTokenHash;
    }
}
