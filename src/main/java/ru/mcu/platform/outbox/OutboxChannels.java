package ru.mcu.platform.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Channel;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

/** The ways out as their administrator sees and steers them. */
@Service
public class OutboxChannels {

    private static final java.time.Duration WEEK = java.time.Duration.ofDays(7);

    private static final List<String> CITIZENS =
            Arrays.stream(Channel.values()).map(Channel::code).toList();

    private final Outbox outbox;
    private final ChannelStates states;
    private final JdbcClient jdbc;
    private final CurrentUser user;
    private final Clock clock;

    OutboxChannels(Outbox outbox, ChannelStates states, JdbcClient jdbc, CurrentUser user, Clock clock) {
        this.outbox = outbox;
        this.states = states;
        this.jdbc = jdbc;
        this.user = user;
        this.clock = clock;
    }

    /**
     * One way out.
     *
     * @param waiting texts in the queue, those being sent among them
     * @param failed refused for good in the last seven days
     * @param oldest since when the oldest text waits
     * @param repeatable whether a failed text is sent again from here; a citizen's answer is from its task
     */
    public record State(
            String code,
            String title,
            boolean connected,
            boolean paused,
            @Nullable String pausedBy,
            @Nullable Instant brokenSince,
            @Nullable Instant heldUntil,
            @Nullable Instant lastDeliveredAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt,
            int waiting,
            int failed,
            @Nullable Instant oldest,
            boolean repeatable) {}

    /** A delivery that ended badly. */
    public record Failed(UUID id, UUID reference, String carrier, int attempts, String reason, Instant at) {}

    /** All ways out that this application has, connected or not. */
    @Transactional(readOnly = true)
    public List<State> all() {
        Map<String, Row> rows = new HashMap<>();
        jdbc.sql("select * from mcu.outbox_channel")
                .query((row, number) -> rows.put(row.getString("channel"), read(row)))
                .list();
        return outbox.channels().stream()
                .map(channel -> state(channel, rows.getOrDefault(channel.code(), Row.NONE)))
                .toList();
    }

    /** Stops deliveries of a channel; what is decided meanwhile waits. */
    @Transactional
    public void pause(String carrier) {
        require(carrier);
        states.pause(carrier, user.id(), clock.instant());
    }

    @Transactional
    public void resume(String carrier) {
        require(carrier);
        states.pause(carrier, null, clock.instant());
    }

    /** Asks the other side whether it would take deliveries; returns what is wrong, or null. */
    public @Nullable String check(String carrier) {
        DeliveryChannel channel = require(carrier);
        return channel.connected() ? channel.check() : "Канал не подключён: заполните его настройки";
    }

    /** What was refused for good in the last seven days, newest first. */
    @Transactional(readOnly = true)
    public List<Failed> failed(String carrier, int limit) {
        return jdbc.sql("""
                select * from mcu.outbox where channel = :channel and status = 'FAILED' and settled_at > :since
                order by settled_at desc, id limit :limit""")
                .param("channel", carrier)
                .param("since", utc(clock.instant().minus(WEEK)))
                .param("limit", limit)
                .query((row, number) -> new Failed(
                        row.getObject("id", UUID.class),
                        row.getObject("reference", UUID.class),
                        row.getString("channel"),
                        row.getInt("attempts"),
                        String.valueOf(row.getString("last_error")),
                        row.getObject("settled_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /**
     * A delivery that came to its end.
     *
     * @param reason why it failed; null when it arrived
     */
    public record Settled(
            UUID reference,
            @Nullable String subject,
            boolean delivered,
            int attempts,
            @Nullable String link,
            @Nullable String reason,
            Instant at) {}

    /** The log of a channel, newest first; texts and addresses stay in the outbox. */
    @Transactional(readOnly = true)
    public List<Settled> log(String carrier, int limit) {
        return jdbc.sql("""
                (select * from mcu.outbox where channel = :channel and status = 'DELIVERED'
                 order by settled_at desc limit :limit)
                union all
                (select * from mcu.outbox where channel = :channel and status = 'FAILED'
                 order by settled_at desc, id limit :limit)
                order by settled_at desc limit :limit""")
                .param("channel", carrier)
                .param("limit", limit)
                .query((row, number) -> settled(row))
                .list();
    }

    private static Settled settled(ResultSet row) throws SQLException {
        boolean delivered = row.getString("status").equals("DELIVERED");
        return new Settled(
                row.getObject("reference", UUID.class),
                row.getString("subject"),
                delivered,
                row.getInt("attempts"),
                row.getString("link"),
                delivered ? null : row.getString("last_error"),
                row.getObject("settled_at", OffsetDateTime.class).toInstant());
    }

    /**
     * Puts a failed delivery back into the queue. Only for senders whose texts no person carries instead: an answer
     * that failed has become somebody's task and is sent again from there.
     */
    @Transactional
    public void again(UUID id) {
        int changed =
                jdbc.sql("""
                update mcu.outbox set status = 'WAITING', attempts = 0, next_attempt_at = :now, settled_at = null,
                       notified_at = null where id = :id and status = 'FAILED'""").param("now", utc(clock.instant())).param("id", id).update();
        if (changed == 0) {
            throw Refused.conflict(
                    "Повторить нельзя",
                    "Отправка уже не числится неудачной или стала задачей «Опубликовать вручную»: обновите страницу.");
        }
    }

    private DeliveryChannel require(String carrier) {
        return outbox.channel(carrier)
                .orElseThrow(() -> Refused.missing("Канал не найден", "Обновите страницу со списком каналов."));
    }

    private State state(DeliveryChannel channel, Row row) {
        Queue queue = jdbc.sql("""
                select (select count(*) from mcu.outbox where channel = :channel and status = 'WAITING')
                     + (select count(*) from mcu.outbox where channel = :channel and status = 'SENDING') as waiting,
                       (select count(*) from mcu.outbox where channel = :channel and status = 'FAILED'
                        and settled_at > :since) as failed,
                       (select min(created_at) from mcu.outbox where channel = :channel and status = 'WAITING') as oldest""")
                .param("channel", channel.code())
                .param("since", utc(clock.instant().minus(WEEK)))
                .query((result, number) ->
                        new Queue(result.getInt("waiting"), result.getInt("failed"), ChannelStates.instant(result, 3)))
                .single();
        return new State(
                channel.code(),
                channel.title(),
                channel.connected(),
                row.pausedBy() != null,
                row.pausedBy(),
                row.brokenSince(),
                row.heldUntil(),
                row.lastDeliveredAt(),
                row.lastError(),
                row.lastErrorAt(),
                queue.waiting(),
                queue.failed(),
                queue.oldest(),
                !CITIZENS.contains(channel.code()));
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                row.getString("paused_by"),
                ChannelStates.instant(row, row.findColumn("broken_since")),
                ChannelStates.instant(row, row.findColumn("held_until")),
                ChannelStates.instant(row, row.findColumn("last_delivered_at")),
                row.getString("last_error"),
                ChannelStates.instant(row, row.findColumn("last_error_at")));
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Queue(int waiting, int failed, @Nullable Instant oldest) {}

    private record Row(
            @Nullable String pausedBy,
            @Nullable Instant brokenSince,
            @Nullable Instant heldUntil,
            @Nullable Instant lastDeliveredAt,
            @Nullable String lastError,
            @Nullable Instant lastErrorAt) {

        static final Row NONE = new Row(null, null, null, null, null, null);
    }
}
