package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something the author added, changed or took back after registration. */
@Entity
@Table(schema = "mcu", name = "follow_up")
class FollowUp extends Stored {

    UUID messageId;

    @Enumerated(EnumType.STRING)
    FollowUpKind kind;

    @Nullable
    String externalId;

    @Nullable
    String text;

    Instant at;

    @SuppressWarnings("NullAway.Init") // filled by FollowUps or JPA
    protected FollowUp() {}
}
