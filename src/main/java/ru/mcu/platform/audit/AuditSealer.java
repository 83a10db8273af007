package ru.mcu.platform.audit;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.platform.ClusterLock;

/**
 * Gives committed entries their places in the chain, in the order in which they are found: a transaction that commits
 * late with a smaller id comes later. Who writes waits for nobody; in return the last minute is not sealed yet.
 */
@Component
public class AuditSealer {

    private static final int BATCH = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ClusterLock lock;

    AuditSealer(JdbcClient jdbc, TransactionTemplate transaction, ClusterLock lock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.lock = lock;
    }

    @Scheduled(fixedDelayString = "${mcu.audit.seal-every:1m}", initialDelayString = "${mcu.audit.seal-every:1m}")
    void poll() {
        seal();
    }

    /** Seals what is committed, unless another node does; returns how many entries. */
    public int seal() {
        return lock.ifFree("audit-seal", () -> {
                    int sealed = 0;
                    int batch = BATCH;
                    while (batch == BATCH) {
                        batch = Objects.requireNonNull(transaction.execute(status -> batch()));
                        sealed += batch;
                    }
                    return sealed;
                })
                .orElse(0);
    }

    /**
     * One batch, all or nothing: a node that dies in between leaves the entries to the next one. Should two nodes ever
     * seal at once, the second finds its rows taken and gives up.
     */
    int batch() {
        List<SealedRow> rows = jdbc.sql("select " + SealedRow.COLUMNS
                        + " from mcu.audit_entry where seal_no is null order by id limit " + BATCH)
                .query(SealedRow::of)
                .list();
        if (rows.isEmpty()) {
            return 0;
        }
        AuditHead head = AuditHead.of(jdbc);
        Long[] ids = new Long[rows.size()];
        Long[] places = new Long[rows.size()];
        String[] hashes = new String[rows.size()];
        String previous = head.hash();
        for (int i = 0; i < ids.length; i++) {
            ids[i] = rows.get(i).id();
            places[i] = head.no() + 1 + i;
            previous = rows.get(i).hashAt(places[i], previous);
            hashes[i] = previous;
        }
        int sealed = jdbc.sql("""
                update mcu.audit_entry e set seal_no = s.no, seal_hash = s.hash
                from unnest(:ids, :places, :hashes) as s(id, no, hash)
                where e.id = s.id and e.seal_no is null""")
                .param("ids", ids)
                .param("places", places)
                .param("hashes", hashes)
                .update();
        if (sealed != ids.length) {
            throw new IllegalStateException("somebody else sealed the audit at the same time");
        }
        return sealed;
    }
}
