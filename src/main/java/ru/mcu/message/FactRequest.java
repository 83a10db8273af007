package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Refused;

/** A question to another body whose answer goes into the draft (Рубцовск 5.1). */
@Entity
@Table(schema = "mcu", name = "fact_request")
class FactRequest extends Stored {

    UUID messageId;
    String body;
    String question;

    @Nullable
    String answer;

    boolean refused;
    String askedBy;
    Instant askedAt;

    @Nullable
    String answeredBy;

    @Nullable
    Instant answeredAt;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // filled by Facts or JPA
    protected FactRequest() {}

    void answer(String text, boolean refused, String by, Instant at) {
        if (answeredAt != null) {
            throw Refused.conflict("Уже отвечено", "На этот запрос сведений уже ответили.");
        }
        answer = text;
        this.refused = refused;
        answeredBy = by;
        answeredAt = at;
    }
}
