package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One version of an answer; never changed after it was handed in. */
@Entity
@Table(schema = "mcu", name = "draft")
class Draft extends Stored {

    UUID messageId;
    int versionNo;

    @Enumerated(EnumType.STRING)
    DraftKind kind;

    @Enumerated(EnumType.STRING)
    AnswerOutcome outcome;

    String text;
    String sha256;

    @Nullable
    LocalDate finalDueOn;

    @Nullable
    LocalDate promisedOn;

    String author;

    @Nullable
    String body;

    boolean linksConfirmed;
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Drafting or JPA
    protected Draft() {}
}
