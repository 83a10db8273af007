package ru.mcu.channel;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.mcu.platform.Channel;

/** The kept events. */
@Repository
class InboxRows {

    private final JdbcClient jdbc;

    InboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Event(long id, int attempts, byte[] body) {}

    /** Only one node at a time works on a channel, so that an edit never overtakes what it changes. */
    boolean workOn(Channel channel) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "mcu.inbox." + channel.code())
                .query(Boolean.class)
                .single();
    }

    Optional<Event> next(Channel channel, Instant now) {
        return jdbc.sql("""
                select id, attempts, body from mcu.inbound_event
                where channel = :channel and status = 'WAITING' and next_attempt_at <= :now
                order by next_attempt_at, id limit 1""")
                .param("channel", channel.code())
                .param("now", utc(now))
                .query((row, number) -> new Event(row.getLong("id"), row.getInt("attempts"), row.getBytes("body")))
                .optional();
    }

    void settle(Event event, String status, @Nullable String note, @Nullable UUID messageId, Instant now) {
        jdbc.sql("""
                update mcu.inbound_event set status = :status, note = :note, message_id = :message, settled_at = :now
                where id = :id""")
                .param("status", status)
                .param("note", note)
                .param("message", messageId, java.sql.Types.OTHER)
                .param("now", utc(now))
                .param("id", event.id())
                .update();
    }

    void later(Event event, Instant next, String note) {
        jdbc.sql("""
                update mcu.inbound_event set attempts = attempts + 1, next_attempt_at = :next, note = :note
                where id = :id and status = 'WAITING'""")
                .param("next", utc(next))
                .param("note", note)
                .param("id", event.id())
                .update();
    }

    /** What was understood is kept a while for questions, then only the message itself stays. */
    int forget(Instant settledBefore, int limit) {
        return jdbc.sql("""
                delete from mcu.inbound_event where id in (
                    select id from mcu.inbound_event
                    where status in ('DONE', 'IGNORED') and settled_at < :before limit :limit)""")
                .param("before", utc(settledBefore))
                .param("limit", limit)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
