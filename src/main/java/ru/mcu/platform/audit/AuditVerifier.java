package ru.mcu.platform.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Walks along the chain of the audit and says where somebody changed, took out or put in an entry. */
@Component
public class AuditVerifier {

    private static final Logger log = LoggerFactory.getLogger(AuditVerifier.class);
    private static final int PAGE = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable AuditReport last;
    private volatile AuditHead known = AuditHead.NONE;

    AuditVerifier(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Once a day the head goes to the log, which lies outside of the database. */
    @Scheduled(cron = "${mcu.audit.check-at:0 30 3 * * *}")
    void daily() {
        AuditReport report = verify();
        if (report.intact()) {
            log.info("audit chain is whole, head {}", report.head());
        } else {
            log.error("audit chain is broken: {}", report.breaks());
        }
    }

    /** What the last walk on this node found; empty before the first one. */
    public Optional<AuditReport> last() {
        return Optional.ofNullable(last);
    }

    /** Walks in pages, in constant memory; the head that the last whole walk on this node saw must still be there. */
    public AuditReport verify() {
        return verify(known);
    }

    /** @param expected a link that must be in the chain, such as one from an older log */
    public AuditReport verify(AuditHead expected) {
        ChainWalk walk = new ChainWalk(expected);
        List<SealedRow> page = after(0);
        while (!page.isEmpty()) {
            page.forEach(walk::step);
            page = after(walk.head().no());
        }
        AuditReport report = report(walk);
        if (report.intact()) {
            remember(walk.head());
        }
        last = report;
        return report;
    }

    private synchronized void remember(AuditHead head) {
        if (head.no() > known.no()) {
            known = head;
        }
    }

    private AuditReport report(ChainWalk walk) {
        Instant now = clock.instant();
        return jdbc.sql("select count(*) as waiting, min(at) as oldest from mcu.audit_entry where seal_no is null")
                .query((row, number) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new AuditReport(
                            now,
                            walk.count(),
                            row.getLong("waiting"),
                            oldest == null ? null : oldest.toInstant(),
                            walk.head().toString(),
                            walk.breaks());
                })
                .single();
    }

    private List<SealedRow> after(long no) {
        return jdbc.sql("select " + SealedRow.COLUMNS
                        + " from mcu.audit_entry where seal_no > :no order by seal_no limit " + PAGE)
                .param("no", no)
                .query(SealedRow::of)
                .list();
    }
}
