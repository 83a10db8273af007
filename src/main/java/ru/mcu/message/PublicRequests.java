package ru.mcu.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Channel;

/** What anybody may know of messages from an open interface: where, what about, how it stands, and the answer. */
@Service
@Transactional(readOnly = true)
public class PublicRequests {

    private static final String ROWS = """
            select m.number, m.status, m.topic_group, m.place, m.executor_body, m.registered_at, m.due_at, a.text answer,
                   greatest(m.registered_at, m.closed_at, a.published_at) updated_at
            from mcu.message m
            left join lateral (
                select text, published_at from mcu.publication p
                where p.message_id = m.id and p.kind <> 'SURVEY' and p.status = 'PUBLISHED'
                order by published_at desc limit 1) a on true
            where m.channel = :channel""";

    private final JdbcClient jdbc;

    PublicRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Never the words of the author, his name or contacts.
     *
     * @param topicGroup the name of the group of topics
     * @param executorBody code of the body
     * @param answer what the city published last: an answer, an interim one or a question; never a survey's secret link
     */
    public record PublicRequest(
            String number,
            boolean closed,
            @Nullable String topicGroup,
            @Nullable String place,
            @Nullable String executorBody,
            Instant registeredAt,
            Instant updatedAt,
            @Nullable Instant dueAt,
            @Nullable String answer) {}

    /**
     * Which messages are asked for; empty lists and nulls ask for all.
     *
     * @param from registered at this moment or later
     * @param to registered before this moment
     */
    public record Filter(
            List<String> numbers,
            List<String> topicGroups,
            @Nullable Boolean closed,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** A page of messages, the newest first. */
    public List<PublicRequest> find(Channel channel, Filter filter, int offset, int limit) {
        List<String> conditions = new ArrayList<>(List.of(ROWS));
        if (!filter.numbers().isEmpty()) {
            conditions.add("m.number in (:numbers)");
        }
        if (!filter.topicGroups().isEmpty()) {
            conditions.add("m.topic_group in (:groups)");
        }
        if (filter.closed() != null) {
            conditions.add(filter.closed() ? "m.status = 'CLOSED'" : "m.status <> 'CLOSED'");
        }
        if (filter.from() != null) {
            conditions.add("m.registered_at >= :from");
        }
        if (filter.to() != null) {
            conditions.add("m.registered_at < :to");
        }
        return jdbc.sql(String.join(" and ", conditions)
                        + " order by m.registered_at desc, m.id desc limit :limit offset :offset")
                .param("channel", channel.code())
                .param("numbers", filter.numbers())
                .param("groups", filter.topicGroups())
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> read(row))
                .list();
    }

    private static PublicRequest read(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new PublicRequest(
                row.getString("number"),
                row.getString("status").equals(MessageStatus.CLOSED.name()),
                row.getString("topic_group"),
                row.getString("place"),
                row.getString("executor_body"),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant(),
                row.getString("answer"));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
