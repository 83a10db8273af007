package ru.mcu.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The pace and the circuit breaker of each way out; kept in the database, since all nodes share them. */
@Repository
class ChannelStates {

    private final JdbcClient jdbc;

    ChannelStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void know(String carrier) {
        jdbc.sql("insert into mcu.outbox_channel (channel) values (:channel) on conflict do nothing")
                .param("channel", carrier)
                .update();
    }

    /** The state, locked until the transaction ends; empty while another node claims for this channel. */
    Optional<ChannelState> lock(String carrier) {
        return jdbc.sql("select * from mcu.outbox_channel where channel = :channel for update skip locked")
                .param("channel", carrier)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Notes what a claim used up. */
    void claimed(String carrier, double tokensLeft, Instant now, @Nullable Instant heldUntil) {
        jdbc.sql("""
                update mcu.outbox_channel set tokens = :tokens, refilled_at = :now,
                       held_until = coalesce(:held, held_until) where channel = :channel""")
                .param("tokens", tokensLeft)
                .param("now", utc(now))
                .param("held", heldUntil == null ? null : utc(heldUntil), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("channel", carrier)
                .update();
    }

    /** The channel answered, whatever it said; returns since when it had been broken. */
    Optional<Instant> answered(String carrier, Instant now, boolean delivered) {
        return jdbc.sql("""
                with before as (select channel, broken_since from mcu.outbox_channel where channel = :channel for update)
                update mcu.outbox_channel state set failures = 0, held_until = null, broken_since = null,
                       last_delivered_at = case when :delivered then :now else state.last_delivered_at end
                from before where state.channel = before.channel
                returning before.broken_since""")
                .param("channel", carrier)
                .param("now", utc(now))
                .param("delivered", delivered)
                .query((row, number) -> Optional.ofNullable(instant(row, 1)))
                .optional()
                .flatMap(found -> found);
    }

    /** One more failure in a row; returns how many there are now. */
    int failed(String carrier, Instant now, String reason) {
        return jdbc.sql("""
                update mcu.outbox_channel set failures = failures + 1, last_error = :reason, last_error_at = :now
                where channel = :channel returning failures""")
                .param("channel", carrier)
                .param("now", utc(now))
                .param("reason", reason)
                .query(Integer.class)
                .single();
    }

    /** Lets the channel rest; true for the first rest of an outage, which is the one to tell. */
    boolean rest(String carrier, Instant now, Instant until) {
        return jdbc.sql("""
                with before as (select channel, broken_since from mcu.outbox_channel where channel = :channel for update)
                update mcu.outbox_channel state set held_until = :until,
                       broken_since = coalesce(state.broken_since, :now)
                from before where state.channel = before.channel
                returning before.broken_since is null""")
                .param("channel", carrier)
                .param("now", utc(now))
                .param("until", utc(until))
                .query(Boolean.class)
                .single();
    }

    /** Notes a failure that is only this one text's. */
    void refused(String carrier, Instant now, String reason) {
        jdbc.sql("update mcu.outbox_channel set last_error = :reason, last_error_at = :now where channel = :channel")
                .param("channel", carrier)
                .param("now", utc(now))
                .param("reason", reason)
                .update();
    }

    void pause(String carrier, @Nullable String by, Instant now) {
        know(carrier);
        jdbc.sql("""
                update mcu.outbox_channel set paused_by = cast(:by as text),
                       paused_at = case when cast(:by as text) is null then null else :now end
                where channel = :channel""")
                .param("by", by)
                .param("now", utc(now))
                .param("channel", carrier)
                .update();
    }

    private static ChannelState read(ResultSet row) throws SQLException {
        return new ChannelState(
                row.getDouble("tokens"),
                instant(row, row.findColumn("refilled_at")),
                row.getInt("failures"),
                instant(row, row.findColumn("held_until")),
                instant(row, row.findColumn("broken_since")),
                row.getString("paused_by") != null);
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
