package ru.mcu.platform.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last link of the chain. Kept outside of the database, such as in the log, it shows later that the end was cut off
 * or the whole written anew.
 *
 * @param hash 64 hex digits
 */
public record AuditHead(long no, String hash) {

    static final AuditHead NONE = new AuditHead(0, SealedRow.NOTHING_BEFORE);

    static AuditHead of(JdbcClient jdbc) {
        return jdbc.sql("select seal_no, seal_hash from mcu.audit_entry where seal_no is not null"
                        + " order by seal_no desc limit 1")
                .query((row, number) -> new AuditHead(row.getLong("seal_no"), row.getString("seal_hash")))
                .optional()
                .orElse(NONE);
    }

    /**
     * Reads {@code 1234:8f3a…}, as the log has it.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static AuditHead parse(String text) {
        if (!text.matches("\\d{1,18}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Нужны номер и хеш из журнала приложения, например 1234:8f3a…");
        }
        int colon = text.indexOf(':');
        return new AuditHead(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return no + ":" + hash;
    }
}
