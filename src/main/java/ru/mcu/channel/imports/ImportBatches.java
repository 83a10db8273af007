package ru.mcu.channel.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Ids;

/** The imports of the city with their progress; every change is its own transaction, so that a page can watch. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
class ImportBatches {

    private static final int SHOWN_REFUSALS = 1000;

    /** Four missed beats. */
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    ImportBatches(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID start(String source, String fileName, String user) {
        UUID id = Ids.next();
        jdbc.sql("""
                insert into mcu.import_batch (id, source, file_name, started_by, started_at, heartbeat_at, state)
                values (:id, :source, :file, :user, :now, :now, 'RUNNING')""")
                .param("id", id)
                .param("source", source)
                .param("file", fileName.length() > 200 ? fileName.substring(0, 200) : fileName)
                .param("user", user)
                .param("now", now())
                .update();
        running.add(id);
        return id;
    }

    void progress(UUID id, ImportCounts counts) {
        jdbc.sql("""
                update mcu.import_batch set rows_read = :read, created = :created, updated = :updated,
                       unchanged = :unchanged, refused = :refused where id = :id""")
                .param("read", counts.read())
                .param("created", counts.created)
                .param("updated", counts.updated)
                .param("unchanged", counts.unchanged)
                .param("refused", counts.refused)
                .param("id", id)
                .update();
    }

    void refuse(UUID id, int row, @Nullable String column, String reason) {
        jdbc.sql(
                        "insert into mcu.import_refusal (batch_id, row_no, column_name, reason) values (:id, :row, :column, :reason)")
                .param("id", id)
                .param("row", row)
                .param("column", column)
                .param("reason", reason)
                .update();
    }

    void finish(UUID id, @Nullable String failure) {
        running.remove(id);
        jdbc.sql("update mcu.import_batch set state = :state, failure = :failure, finished_at = :now where id = :id")
                .param("state", failure == null ? "DONE" : "FAILED")
                .param("failure", failure)
                .param("now", now())
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    Optional<ImportReport> find(UUID id) {
        List<ImportReport.Refusal> refusals = jdbc.sql(
                        "select * from mcu.import_refusal where batch_id = :id order by seq limit " + SHOWN_REFUSALS)
                .param("id", id)
                .query((row, number) -> new ImportReport.Refusal(
                        row.getInt("row_no"), row.getString("column_name"), row.getString("reason")))
                .list();
        return jdbc.sql("select * from mcu.import_batch where id = :id")
                .param("id", id)
                .query((row, number) -> new ImportReport(
                        id,
                        row.getString("source"),
                        row.getString("file_name"),
                        row.getString("state"),
                        row.getString("failure"),
                        row.getInt("rows_read"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("refused"),
                        refusals))
                .optional();
    }

    /** The newest imports, without their refusals. */
    @Transactional(readOnly = true)
    List<ImportReport> newest(int limit) {
        return jdbc.sql("select * from mcu.import_batch order by started_at desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> new ImportReport(
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("file_name"),
                        row.getString("state"),
                        row.getString("failure"),
                        row.getInt("rows_read"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("unchanged"),
                        row.getInt("refused"),
                        List.of()))
                .list();
    }

    /**
     * Says that this node's imports run, and ends those whose node has been silent for too long: their file is gone
     * with it.
     */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "${mcu.imports.heartbeat:30s}")
    void beat() {
        OffsetDateTime now = now();
        running.forEach(id -> jdbc.sql("update mcu.import_batch set heartbeat_at = :now where id = :id")
                .param("now", now)
                .param("id", id)
                .update());
        jdbc.sql("""
                update mcu.import_batch set state = 'FAILED', finished_at = :now,
                       failure = 'Загрузка прервана перезапуском. Загрузите файл ещё раз: что уже загружено, не повторится.'
                where state = 'RUNNING' and coalesce(heartbeat_at, started_at) < :silent""").param("now", now).param("silent", now.minus(SILENCE)).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
