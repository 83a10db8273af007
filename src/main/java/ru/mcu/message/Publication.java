package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Refused;

/** A frozen text on its way to the citizen, and the proof that it arrived. */
@Entity
@Table(schema = "mcu", name = "publication")
class Publication extends Stored {

    UUID messageId;

    @Enumerated(EnumType.STRING)
    PublicationKind kind;

    @Nullable
    UUID draftId;

    String text;
    String sha256;
    String channel;

    @Enumerated(EnumType.STRING)
    PublicationStatus status;

    @Nullable
    String link;

    @Nullable
    UUID proofId;

    @Nullable
    String error;

    Instant createdAt;

    @Nullable
    Instant publishedAt;

    @Nullable
    String publishedBy;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // filled by Publications or JPA
    protected Publication() {}

    Channel channel() {
        return Channel.of(channel);
    }

    void sending() {
        require(status == PublicationStatus.PREPARED || status == PublicationStatus.FAILED);
        requireApprovedText();
        status = PublicationStatus.SENDING;
        error = null;
    }

    void published(Instant at, String by, @Nullable String link, @Nullable UUID proof) {
        require(status != PublicationStatus.PUBLISHED && status != PublicationStatus.WITHHELD);
        requireApprovedText();
        status = PublicationStatus.PUBLISHED;
        publishedAt = at;
        publishedBy = by;
        this.link = link;
        proofId = proof;
        error = null;
    }

    void failed(String reason) {
        require(status == PublicationStatus.SENDING);
        status = PublicationStatus.FAILED;
        error = reason;
    }

    void takenBack() {
        require(status == PublicationStatus.SENDING);
        status = PublicationStatus.PREPARED;
    }

    void withheld(String by, String reason) {
        require(status != PublicationStatus.PUBLISHED);
        status = PublicationStatus.WITHHELD;
        publishedBy = by;
        error = reason;
    }

    private void requireApprovedText() {
        if (!Hashes.sha256(text).equals(sha256)) {
            throw new IllegalStateException("the text of publication " + id + " is not the approved one");
        }
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw Refused.conflict("Уже решено", "Публикация сейчас «" + status.title() + "»: обновите страницу.");
        }
    }
}
