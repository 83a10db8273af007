package ru.mcu.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Hashes;

/** An entry as its hash sees it: every column, each told from its neighbours by its length. */
record SealedRow(
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
        @Nullable String onceKey,
        long no,
        @Nullable String hash) {

    static final String COLUMNS = "id, subject_id, at, actor, on_behalf_of, action, reason, details::text as details,"
            + " client, sensitive, once_key, seal_no, seal_hash";

    /** What the first entry follows. */
    static final String NOTHING_BEFORE = "0".repeat(64);

    static SealedRow of(ResultSet row, int number) throws SQLException {
        return new SealedRow(
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
                row.getString("once_key"),
                row.getLong("seal_no"),
                row.getString("seal_hash"));
    }

    /** The hash of this entry at a place of the chain. */
    String hashAt(long place, String previous) {
        StringBuilder text = new StringBuilder("mcu-audit-1");
        field(text, previous);
        field(text, Long.toString(place));
        field(text, Long.toString(id));
        field(text, subject.toString());
        field(text, at.toString());
        field(text, actor);
        field(text, onBehalfOf);
        field(text, action);
        field(text, reason);
        field(text, details);
        field(text, client);
        field(text, Boolean.toString(sensitive));
        field(text, onceKey);
        return Hashes.sha256(text.toString());
    }

    private static void field(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append("|-");
        } else {
            text.append('|').append(value.length()).append(':').append(value);
        }
    }
}
