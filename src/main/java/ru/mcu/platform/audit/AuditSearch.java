package ru.mcu.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;

/** Finds entries of the audit for the one who watches over it; whoever searches is recorded himself. */
@Service
@Transactional
public class AuditSearch {

    /** Rows of one file; more is more than anybody reads. */
    public static final int MOST_EXPORTED = 100_000;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final CurrentUser user;

    AuditSearch(JdbcClient jdbc, AuditTrail audit, CurrentUser user) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.user = user;
    }

    /**
     * What to look for; null and empty parts let everything through.
     *
     * @param words part of the action, in any case
     * @param from first moment
     * @param to the first moment after
     * @param looks only looks, no changes
     */
    public record Filter(
            @Nullable String actor,
            @Nullable UUID subject,
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant to,
            boolean looks) {}

    /** An entry that was found. */
    public record Found(
            long id,
            UUID subject,
            Instant at,
            String actor,
            @Nullable String onBehalfOf,
            String action,
            @Nullable String reason,
            String details,
            @Nullable String client,
            boolean sensitive,
            boolean sealed) {}

    /**
     * The newest entries first.
     *
     * @param before id of the last entry of the page before; null for the first page
     */
    public List<Found> search(Filter filter, @Nullable Long before, int limit) {
        List<Found> found = page(filter, before, limit);
        seen("Поиск в журнале действий", filter, found.size());
        return found;
    }

    /**
     * That somebody takes the found out as a file; its rows are then read with {@link #page}.
     *
     * @throws Refused when it is more than a file holds
     */
    public void export(Filter filter) {
        Map<String, Object> values = new LinkedHashMap<>();
        int rows = jdbc.sql("select count(*) from (select 1 from mcu.audit_entry e" + where(filter, null, values)
                        + " limit " + (MOST_EXPORTED + 1) + ") found")
                .params(values)
                .query(Integer.class)
                .single();
        if (rows > MOST_EXPORTED) {
            throw Refused.invalid(
                    "Слишком много записей", "В один файл помещается 100 000 записей. Сузьте даты и повторите.");
        }
        seen("Выгрузка журнала действий", filter, rows);
    }

    /** The newest entries first, without a record of it. */
    @Transactional(readOnly = true)
    public List<Found> page(Filter filter, @Nullable Long before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        String where = where(filter, before, values);
        return jdbc.sql("select e.* from mcu.audit_entry e" + where + " order by e.at desc, e.id desc limit :limit")
                .params(values)
                .param("limit", limit)
                .query(AuditSearch::found)
                .list();
    }

    private static String where(Filter filter, @Nullable Long before, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where true");
        if (filter.actor() != null) {
            where.append(" and e.actor = :actor");
            values.put("actor", filter.actor());
        }
        if (filter.subject() != null) {
            where.append(" and e.subject_id = :subject");
            values.put("subject", filter.subject());
        }
        if (filter.words() != null) {
            where.append(" and e.action ilike :words");
            values.put("words", "%" + filter.words().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (filter.from() != null) {
            where.append(" and e.at >= :from");
            values.put("from", OffsetDateTime.ofInstant(filter.from(), ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            where.append(" and e.at < :to");
            values.put("to", OffsetDateTime.ofInstant(filter.to(), ZoneOffset.UTC));
        }
        if (filter.looks()) {
            where.append(" and e.sensitive");
        }
        if (before != null) {
            where.append(" and (e.at, e.id) < (select at, id from mcu.audit_entry where id = :before)");
            values.put("before", before);
        }
        return where.toString();
    }

    private void seen(String action, Filter filter, int rows) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("rows", rows);
        put(details, "actor", filter.actor());
        put(details, "words", filter.words());
        put(details, "from", filter.from());
        put(details, "to", filter.to());
        if (filter.looks()) {
            details.put("looks", true);
        }
        audit.look(filter.subject() == null ? Ids.next() : filter.subject(), action, user.id(), details);
    }

    private static void put(Map<String, Object> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(
                row.getLong("id"),
                row.getObject("subject_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("on_behalf_of"),
                row.getString("action"),
                row.getString("reason"),
                row.getString("details"),
                row.getString("client"),
                row.getBoolean("sensitive"),
                row.getObject("seal_no") != null);
    }
}
