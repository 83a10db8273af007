package ru.mcu.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Refused;

/** A person's absence with the deputy who does the work meanwhile. */
@Entity
@Table(name = "absence", schema = "mcu")
public class Absence {

    @Id
    private UUID id;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "deputy_id")
    private String deputyId;

    @Column(name = "starts_at")
    private Instant startsAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "cancelled_by")
    private @Nullable String cancelledBy;

    @Column(name = "activated_at")
    private @Nullable Instant activatedAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    @Version
    @Column(name = "version")
    private @Nullable Integer version;

    protected Absence() {}

    Absence(UUID id, NewAbsence request, String createdBy, Instant createdAt) {
        this.id = id;
        this.userId = request.userId();
        this.deputyId = request.deputyId();
        this.startsAt = request.startsAt();
        this.endsAt = request.endsAt();
        this.reason = request.reason();
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public String userId() {
        return userId;
    }

    public String deputyId() {
        return deputyId;
    }

    public Instant startsAt() {
        return startsAt;
    }

    public Instant endsAt() {
        return endsAt;
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Who registered it. */
    public String createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Who cancelled or shortened it. */
    public Optional<String> cancelledBy() {
        return Optional.ofNullable(cancelledBy);
    }

    public AbsenceState state(Instant now) {
        if (finishedAt != null) {
            return activatedAt == null ? AbsenceState.CANCELLED : AbsenceState.FINISHED;
        }
        if (activatedAt == null) {
            return AbsenceState.PLANNED;
        }
        return now.isBefore(endsAt) ? AbsenceState.ACTIVE : AbsenceState.ENDING;
    }

    boolean dueToStart(Instant now) {
        return finishedAt == null && activatedAt == null && !now.isBefore(startsAt) && now.isBefore(endsAt);
    }

    boolean dueToFinish(Instant now) {
        return finishedAt == null && !now.isBefore(endsAt);
    }

    boolean activated() {
        return activatedAt != null;
    }

    boolean overlaps(Instant from, Instant to) {
        return finishedAt == null && startsAt.isBefore(to) && endsAt.isAfter(from);
    }

    void activate(Instant now) {
        activatedAt = now;
    }

    void finish(Instant now) {
        finishedAt = now;
    }

    /** A planned absence is dropped at once; a running one ends now and its work goes back within a minute. */
    void cancel(String by, Instant now) {
        AbsenceState state = state(now);
        if (state != AbsenceState.PLANNED && state != AbsenceState.ACTIVE) {
            throw Refused.conflict(
                    "Отсутствие уже закончилось", "Отменить можно только будущее или текущее отсутствие.");
        }
        cancelledBy = by;
        if (activatedAt == null) {
            finishedAt = now;
        } else {
            endsAt = now;
        }
    }
}
