package ru.mcu.channel;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Channel;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** What came in from the channels, as their administrator sees it. */
@Service
@Transactional
public class InboundOverview {

    private static final int LONGEST_SHOWN = 4000;

    private final List<InboundAdapter> adapters;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final Clock clock;

    InboundOverview(List<InboundAdapter> adapters, JdbcClient jdbc, AuditTrail audit, CurrentUser user, Clock clock) {
        this.adapters = adapters;
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
        this.clock = clock;
    }

    /**
     * One way in.
     *
     * @param waiting kept and not understood yet
     * @param poison put aside for a look
     */
    public record State(Channel channel, @Nullable Instant lastReceivedAt, int waiting, int poison) {}

    /** An event that was put aside. */
    public record Poison(long id, Instant receivedAt, int size, String reason) {}

    @Transactional(readOnly = true)
    public List<State> all() {
        return adapters.stream().map(adapter -> state(adapter.channel())).toList();
    }

    private State state(Channel channel) {
        return jdbc.sql("""
                select (select received_at from mcu.inbound_event where channel = :channel order by id desc limit 1) as last,
                       (select count(*) from mcu.inbound_event where channel = :channel and status = 'WAITING') as waiting,
                       (select count(*) from mcu.inbound_event where channel = :channel and status = 'POISON') as poison""")
                .param("channel", channel.code())
                .query((row, number) ->
                        new State(channel, instant(row, "last"), row.getInt("waiting"), row.getInt("poison")))
                .single();
    }

    /** What was put aside, newest first. */
    @Transactional(readOnly = true)
    public List<Poison> poison(String channel, int limit) {
        return jdbc.sql("""
                select id, received_at, length(body) as size, note from mcu.inbound_event
                where channel = :channel and status = 'POISON' order by id desc limit :limit""")
                .param("channel", channel)
                .param("limit", limit)
                .query((row, number) -> new Poison(
                        row.getLong("id"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getInt("size"),
                        String.valueOf(row.getString("note"))))
                .list();
    }

    /** The beginning of what came; it may hold personal data, so the look itself is recorded. */
    public String text(long id) {
        byte[] body = jdbc.sql("select body from mcu.inbound_event where id = :id and status = 'POISON'")
                .param("id", id)
                .query((row, number) -> row.getBytes("body"))
                .optional()
                .orElseThrow(InboundOverview::gone);
        audit.look(Ids.next(), "Просмотрено непонятое событие", user.id(), Map.of("event", id));
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }

    /** Tries an event anew, such as after an update that understands it. */
    public void again(long id) {
        int changed = jdbc.sql("""
                update mcu.inbound_event set status = 'WAITING', attempts = 0, next_attempt_at = :now, settled_at = null
                where id = :id and status = 'POISON'""")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", id)
                .update();
        if (changed == 0) {
            throw gone();
        }
    }

    private static Refused gone() {
        return Refused.missing("Событие не найдено", "Его уже обработали или забыли по сроку: обновите страницу.");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
