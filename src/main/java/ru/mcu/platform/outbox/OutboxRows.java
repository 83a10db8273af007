package ru.mcu.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.mcu.platform.Channel;

/** The outbox table; every statement is safe with many nodes at work. */
@Repository
class OutboxRows {

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OutboxRow> claim(Instant now, Instant lockedUntil, int limit) {
        return jdbc.sql("""
                update mcu.outbox set status = 'SENDING', attempts = attempts + 1, locked_until = :until
                where id in (select id from mcu.outbox where status = 'WAITING' and next_attempt_at <= :now
                             order by next_attempt_at, id limit :limit for update skip locked)
                returning *""")
                .param("until", utc(lockedUntil))
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Rows whose node died while sending go back into the queue. */
    int releaseStuck(Instant now) {
        return jdbc.sql("""
                update mcu.outbox set status = 'WAITING', locked_until = null, next_attempt_at = :now
                where status = 'SENDING' and locked_until < :now""").param("now", utc(now)).update();
    }

    void delivered(OutboxRow row, Instant now, DeliveryResult.Delivered receipt) {
        jdbc.sql("""
                update mcu.outbox set status = 'DELIVERED', settled_at = :now, next_attempt_at = :now, link = :link, external_id = :external,
                       last_error = null, locked_until = null where id = :id and status = 'SENDING' and attempts = :attempts""")
                .param("now", utc(now))
                .param("link", receipt.link())
                .param("external", receipt.externalId())
                .param("id", row.id())
                .param("attempts", row.attempts())
                .update();
    }

    void failed(OutboxRow row, Instant now, String reason) {
        jdbc.sql("""
                update mcu.outbox set status = 'FAILED', settled_at = :now, next_attempt_at = :now, last_error = :reason, locked_until = null
                where id = :id and status = 'SENDING' and attempts = :attempts""")
                .param("now", utc(now))
                .param("reason", reason)
                .param("id", row.id())
                .param("attempts", row.attempts())
                .update();
    }

    void postpone(OutboxRow row, Instant notBefore, String reason, boolean countAttempt) {
        jdbc.sql("""
                update mcu.outbox set status = 'WAITING', next_attempt_at = :next, last_error = :reason,
                       locked_until = null, attempts = attempts - :back
                where id = :id and status = 'SENDING' and attempts = :attempts""")
                .param("next", utc(notBefore))
                .param("reason", reason)
                .param("back", countAttempt ? 0 : 1)
                .param("id", row.id())
                .param("attempts", row.attempts())
                .update();
    }

    /** One settled row whose sender has not heard of it yet; locked until the transaction ends. */
    Optional<Settled> nextUnnotified(Instant now) {
        return jdbc.sql("""
                select id, reference, status, link, last_error from mcu.outbox
                where status in ('DELIVERED', 'FAILED') and notified_at is null and next_attempt_at <= :now
                order by next_attempt_at limit 1 for update skip locked""")
                .param("now", utc(now))
                .query((row, number) -> new Settled(
                        row.getObject("id", UUID.class),
                        new DeliverySettled(
                                row.getObject("reference", UUID.class),
                                row.getString("status").equals("DELIVERED"),
                                row.getString("link"),
                                row.getString("last_error"))))
                .optional();
    }

    void notified(UUID id, Instant now) {
        jdbc.sql("update mcu.outbox set notified_at = :now where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    void notifyLater(UUID id, Instant next) {
        jdbc.sql("update mcu.outbox set next_attempt_at = :next where id = :id")
                .param("next", utc(next))
                .param("id", id)
                .update();
    }

    record Settled(UUID id, DeliverySettled event) {}

    /** When the n-th latest identical text went out on the channel since {@code since}; null when fewer did. */
    @Nullable
    Instant nthIdentical(Channel channel, String contentHash, Instant since, int n) {
        return jdbc.sql("""
                select settled_at from mcu.outbox where channel = :channel and content_hash = :hash
                and status = 'DELIVERED' and settled_at > :since order by settled_at desc offset :skip limit 1""")
                .param("channel", channel.code())
                .param("hash", contentHash)
                .param("since", utc(since))
                .param("skip", n - 1)
                .query((row, number) ->
                        row.getObject("settled_at", OffsetDateTime.class).toInstant())
                .optional()
                .orElse(null);
    }

    private static OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                row.getString("content_hash"),
                new Delivery(
                        row.getObject("reference", UUID.class),
                        Channel.of(row.getString("channel")),
                        row.getString("recipient"),
                        row.getString("thread"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("idempotency_key")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
