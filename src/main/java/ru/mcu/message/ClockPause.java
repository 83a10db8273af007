package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An interval in which the clock of a message stands. */
@Entity
@Table(schema = "mcu", name = "pause")
class ClockPause extends Stored {

    UUID messageId;
    String reason;
    Instant startsAt;

    @Nullable
    Instant endsAt;

    @SuppressWarnings("NullAway.Init") // filled by Deadlines or JPA
    protected ClockPause() {}
}
