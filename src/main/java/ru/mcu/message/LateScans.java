package ru.mcu.message;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.platform.scan.ScanResult;
import ru.mcu.platform.scan.VirusScan;

/** Scans files that were kept while the antivirus was away; until then nobody sees them. */
@Component
public class LateScans {

    private static final Logger log = LoggerFactory.getLogger(LateScans.class);

    /** Longer than a scan may take, so that two nodes do not scan the same file. */
    private static final Duration PAUSE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final AttachmentStore store;
    private final VirusScan antivirus;
    private final AuditTrail audit;
    private final FileSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LateScans(
            JdbcClient jdbc,
            AttachmentStore store,
            VirusScan antivirus,
            AuditTrail audit,
            FileSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.antivirus = antivirus;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${mcu.media.scan-poll:30s}")
    void poll() throws IOException {
        if (settings.enabled()) {
            workOff();
        }
    }

    /** Scans what waits, until the antivirus fails again; returns how many files are settled. */
    public int workOff() throws IOException {
        int settled = 0;
        Optional<Unscanned> next = claim();
        while (next.isPresent() && scan(next.get())) {
            settled++;
            next = claim();
        }
        return settled;
    }

    private record Unscanned(UUID id, UUID messageId) {}

    private Optional<Unscanned> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                update mcu.attachment set scan_after = :later where id = (
                    select id from mcu.attachment where scan = 'WAITING' and (scan_after is null or scan_after <= :now)
                    order by added_at limit 1 for update skip locked)
                returning id, message_id""")
                .param("later", OffsetDateTime.ofInstant(now.plus(PAUSE), ZoneOffset.UTC))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query((row, number) ->
                        new Unscanned(row.getObject("id", UUID.class), row.getObject("message_id", UUID.class)))
                .optional();
    }

    private boolean scan(Unscanned file) throws IOException {
        ScanResult result = antivirus.scan(() -> store.open(file.id()));
        if (result instanceof ScanResult.Clean) {
            jdbc.sql("update mcu.attachment set scan = 'CLEAN' where id = :id and scan = 'WAITING'")
                    .param("id", file.id())
                    .update();
            return true;
        }
        if (result instanceof ScanResult.Infected infected) {
            transaction.executeWithoutResult(status -> refuse(file, infected.virus()));
            return true;
        }
        return false;
    }

    private void refuse(Unscanned file, String virus) {
        int changed = jdbc.sql(
                        "update mcu.attachment set scan = 'INFECTED', virus = :virus where id = :id and scan = 'WAITING'")
                .param("virus", virus)
                .param("id", file.id())
                .update();
        if (changed == 1) {
            log.warn("attachment {} is infected with {}", file.id(), virus);
            store.delete(file.id());
            audit.record(
                    file.messageId(),
                    "Файл не принят",
                    CurrentUser.SYSTEM,
                    FileRefused.infectedNote(virus),
                    Map.of("virus", virus));
        }
    }
}
