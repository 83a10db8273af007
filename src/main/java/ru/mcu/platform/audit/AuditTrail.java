package ru.mcu.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The append-only record of who changed what, when, why and for whom deputised; written in the caller's transaction. */
@Component
public class AuditTrail {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;
    private final ObjectProvider<Deputising> deputising;

    AuditTrail(JdbcClient jdbc, ObjectMapper json, Clock clock, ObjectProvider<Deputising> deputising) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.deputising = deputising;
    }

    /**
     * @param reason in Russian, as the person gave it; null where the action explains itself
     * @param details codes and counts only, never texts of citizens
     */
    public void record(UUID subject, String action, String actor, @Nullable String reason, Map<String, ?> details) {
        jdbc.sql("""
                insert into mcu.audit_entry (subject_id, at, actor, on_behalf_of, action, reason, details)
                values (:subject, :at, :actor, :behalf, :action, :reason, cast(:details as jsonb))""")
                .param("subject", subject)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actor", actor)
                .param("behalf", onBehalfOf(actor))
                .param("action", action)
                .param("reason", reason)
                .param("details", write(details))
                .update();
    }

    /** The newest 500 entries of a subject, oldest first. */
    public List<AuditEntry> of(UUID subject) {
        return jdbc.sql("""
                select at, actor, on_behalf_of, action, reason, details from (
                    select * from mcu.audit_entry where subject_id = :subject order by id desc limit 500) newest
                order by id""")
                .param("subject", subject)
                .query((row, number) -> new AuditEntry(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("on_behalf_of"),
                        row.getString("action"),
                        row.getString("reason"),
                        row.getString("details")))
                .list();
    }

    /** The absent person an actor stands in for now; null for everybody who acts for himself. */
    public @Nullable String onBehalfOf(String actor) {
        Deputising deputies = deputising.getIfAvailable();
        return deputies == null ? null : deputies.onBehalfOf(actor).orElse(null);
    }

    private String write(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("audit details must be plain values", e);
        }
    }
}
