package ru.mcu.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.mcu.platform.Channel;

/** Messages with what was answered to them, for the system that they were imported from. */
@Service
public class AnsweredMessages {

    private static final int PAGE = 500;

    private final JdbcClient jdbc;

    AnsweredMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message of another system, with our answers in the order they were published.
     *
     * @param externalId the key in the other system
     * @param executorBody code of the body
     */
    public record Answered(
            UUID id,
            String number,
            String externalId,
            @Nullable String sourceNumber,
            String text,
            @Nullable String topicGroup,
            @Nullable String topic,
            @Nullable String place,
            @Nullable String executorBody,
            @Nullable String authorLink,
            @Nullable String link,
            MessageKind kind,
            Regime regime,
            MessageStatus status,
            @Nullable CloseReason closeReason,
            @Nullable AnswerOutcome outcome,
            Instant receivedAt,
            @Nullable Instant dueAt,
            @Nullable Instant closedAt,
            boolean hasMedia,
            @Nullable Integer mark,
            boolean surveyed,
            List<Answer> answers) {}

    /** An interim or final answer. */
    public record Answer(String text, Instant at) {}

    /** Hands over every message of the channel that was answered since then by us, a page in memory at a time. */
    public void each(Channel channel, Instant since, Consumer<Answered> consumer) {
        UUID last = new UUID(0, 0);
        for (List<Answered> page = page(channel, since, last); !page.isEmpty(); page = page(channel, since, last)) {
            Map<UUID, List<Answer>> answers =
                    answers(page.stream().map(Answered::id).toList());
            for (Answered message : page) {
                last = message.id();
                message.answers().addAll(answers.getOrDefault(last, List.of()));
                consumer.accept(message);
            }
        }
    }

    private List<Answered> page(Channel channel, Instant since, UUID after) {
        return jdbc.sql("""
                select m.*, exists (select 1 from mcu.publication s where s.message_id = m.id and s.kind = 'SURVEY'
                                    and s.status = 'PUBLISHED') surveyed
                from mcu.message m
                where m.channel = :channel and m.id > :after and m.external_id is not null
                  and m.close_reason is distinct from 'HISTORY'
                  and exists (select 1 from mcu.publication p where p.message_id = m.id and p.status = 'PUBLISHED'
                              and p.kind in ('ANSWER', 'INTERIM') and p.published_at >= :since)
                order by m.id limit :page""")
                .param("channel", channel.code())
                .param("after", after)
                .param("since", OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("page", PAGE)
                .query((row, number) -> read(row))
                .list();
    }

    private Map<UUID, List<Answer>> answers(List<UUID> messages) {
        Map<UUID, List<Answer>> answers = new HashMap<>();
        jdbc.sql("""
                select message_id, text, published_at from mcu.publication
                where message_id in (:messages) and status = 'PUBLISHED' and kind in ('ANSWER', 'INTERIM')
                order by published_at, id""").param("messages", messages).query(row -> {
            answers.computeIfAbsent(row.getObject("message_id", UUID.class), id -> new ArrayList<>())
                    .add(new Answer(
                            row.getString("text"),
                            row.getObject("published_at", OffsetDateTime.class).toInstant()));
        });
        return answers;
    }

    private static Answered read(ResultSet row) throws SQLException {
        String reason = row.getString("close_reason");
        String outcome = row.getString("outcome");
        return new Answered(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("external_id"),
                row.getString("source_number"),
                row.getString("text"),
                row.getString("topic_group"),
                row.getString("topic"),
                row.getString("place"),
                row.getString("executor_body"),
                row.getString("author_link"),
                row.getString("link"),
                MessageKind.valueOf(row.getString("kind")),
                Regime.valueOf(row.getString("regime")),
                MessageStatus.valueOf(row.getString("status")),
                reason == null ? null : CloseReason.valueOf(reason),
                outcome == null ? null : AnswerOutcome.valueOf(outcome),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "closed_at"),
                row.getBoolean("has_media"),
                row.getObject("survey_mark", Integer.class),
                row.getBoolean("surveyed"),
                new ArrayList<>());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
