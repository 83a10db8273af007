package ru.mcu.platform.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

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
     * A change.
     *
     * @param reason in Russian, as the person gave it; null where the action explains itself
     * @param details codes and counts only, never texts of citizens
     */
    public void record(UUID subject, String action, String actor, @Nullable String reason, Map<String, ?> details) {
        insert(subject, action, actor, reason, details, false, null);
    }

    /** A look at what not everybody may see, or a copy of it taken out; not part of the subject's history on its card. */
    public void look(UUID subject, String action, String actor, Map<String, ?> details) {
        insert(subject, action, actor, null, details, true, null);
    }

    /**
     * A look that is recorded once a day for each person and subject, however often the page is opened.
     *
     * @param day of the city
     */
    public void lookOnce(UUID subject, String action, String actor, LocalDate day) {
        insert(
                subject,
                action,
                actor,
                null,
                Map.of(),
                true,
                String.join("|", action, actor, subject.toString(), day.toString()));
    }

    private void insert(
            UUID subject,
            String action,
            String actor,
            @Nullable String reason,
            Map<String, ?> details,
            boolean sensitive,
            @Nullable String onceKey) {
        jdbc.sql("""
                insert into mcu.audit_entry
                    (subject_id, at, actor, on_behalf_of, action, reason, details, client, sensitive, once_key)
                values (:subject, :at, :actor, :behalf, :action, :reason, cast(:details as jsonb), :client, :sensitive,
                    :once)
                on conflict (once_key) where once_key is not null do nothing""")
                .param("subject", subject)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("actor", actor)
                .param("behalf", onBehalfOf(actor))
                .param("action", action)
                .param("reason", reason)
                .param("details", write(details))
                .param("client", client())
                .param("sensitive", sensitive)
                .param("once", onceKey)
                .update();
    }

    /** The address that the server believes in: a proxy's header counts only where the server is told to trust it. */
    private static @Nullable String client() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr()
                : null;
    }

    /** The newest 500 changes of a subject, oldest first. */
    public List<AuditEntry> of(UUID subject) {
        return jdbc.sql("""
                select at, actor, on_behalf_of, action, reason, details from (
                    select * from mcu.audit_entry where subject_id = :subject and not sensitive order by id desc limit 500) newest
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
