package ru.mcu.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The outbox table; every statement is safe with many nodes at work. */
@Repository
class OutboxRows {

    private final JdbcClient jdbc;
    private final ChoicesJson choices;

    OutboxRows(JdbcClient jdbc, ChoicesJson choices) {
        this.jdbc = jdbc;
        this.choices = choices;
    }

    /**
     * What of a channel is due, oldest first, locked until the transaction ends.
     *
     * @param laneFreeSince lanes that got a text after this moment must wait
     */
    List<OutboxRow> due(String carrier, Instant now, Instant laneFreeSince, int limit) {
        return jdbc.sql("""
                select * from mcu.outbox waiting
                where channel = :channel and status = 'WAITING' and next_attempt_at <= :now
                and (lane is null or not exists (
                    select 1 from mcu.outbox sent where sent.channel = waiting.channel and sent.lane = waiting.lane
                    and sent.attempted_at > :lane))
                order by next_attempt_at, id limit :limit for update skip locked""")
                .param("channel", carrier)
                .param("now", utc(now))
                .param("lane", utc(laneFreeSince))
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** Marks due rows as being sent by this node. */
    List<OutboxRow> take(List<OutboxRow> due, Instant now, Instant lockedUntil) {
        if (due.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                update mcu.outbox set status = 'SENDING', attempts = attempts + 1, locked_until = :until,
                       attempted_at = :now
                where id in (:ids) returning *""")
                .param("until", utc(lockedUntil))
                .param("now", utc(now))
                .param("ids", due.stream().map(OutboxRow::id).toList())
                .query((row, number) -> read(row))
                .list();
    }

    /** Rows that a channel or one of its limits makes wait, without having been tried. */
    void holdBack(OutboxRow row, Instant until, String reason) {
        jdbc.sql("update mcu.outbox set next_attempt_at = :next, last_error = :reason where id = :id")
                .param("next", utc(until))
                .param("reason", reason)
                .param("id", row.id())
                .update();
    }

    /** Rows whose node died while sending go back into the queue; nobody knows whether they arrived. */
    int releaseStuck(Instant now) {
        return jdbc.sql("""
                update mcu.outbox set status = 'WAITING', locked_until = null, next_attempt_at = :now, maybe_sent = true
                where status = 'SENDING' and locked_until < :now""").param("now", utc(now)).update();
    }

    /** When each of these texts left the channel since then; a text that is leaving just now counts as of {@code now}. */
    Map<String, List<Instant>> timesOf(String carrier, Set<String> contentHashes, Instant since, Instant now) {
        Map<String, List<Instant>> times = new HashMap<>();
        jdbc.sql("""
                select content_hash, settled_at from mcu.outbox where channel = :channel and content_hash in (:hashes)
                and status = 'DELIVERED' and settled_at > :since
                union all
                select content_hash, cast(:now as timestamptz) from mcu.outbox where channel = :channel
                and content_hash in (:hashes) and status = 'SENDING'""")
                .param("channel", carrier)
                .param("hashes", contentHashes)
                .param("since", utc(since))
                .param("now", utc(now))
                .query(row -> {
                    times.computeIfAbsent(row.getString("content_hash"), key -> new ArrayList<>())
                            .add(row.getObject("settled_at", OffsetDateTime.class)
                                    .toInstant());
                });
        return times;
    }

    /** How many texts left the channel since then or are leaving, counted no further than {@code most}. */
    int countSince(String carrier, Instant since, int most) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from mcu.outbox where channel = :channel and status = 'DELIVERED' and settled_at > :since
                    union all
                    select 1 from mcu.outbox where channel = :channel and status = 'SENDING'
                    limit :most) counted""")
                .param("channel", carrier)
                .param("since", utc(since))
                .param("most", most)
                .query(Integer.class)
                .single();
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

    void postpone(OutboxRow row, Instant notBefore, String reason, boolean maybeArrived) {
        jdbc.sql("""
                update mcu.outbox set status = 'WAITING', next_attempt_at = :next, last_error = :reason,
                       locked_until = null, maybe_sent = maybe_sent or :maybe
                where id = :id and status = 'SENDING' and attempts = :attempts""")
                .param("next", utc(notBefore))
                .param("reason", reason)
                .param("maybe", maybeArrived)
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

    private OutboxRow read(ResultSet row) throws SQLException {
        return new OutboxRow(
                row.getObject("id", UUID.class),
                row.getInt("attempts"),
                row.getString("content_hash"),
                row.getString("lane"),
                row.getBoolean("maybe_sent"),
                new Delivery(
                        row.getObject("reference", UUID.class),
                        row.getString("channel"),
                        row.getString("recipient"),
                        row.getString("thread"),
                        row.getString("subject"),
                        row.getString("body"),
                        choices.read(row.getString("choices")),
                        row.getString("idempotency_key")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
