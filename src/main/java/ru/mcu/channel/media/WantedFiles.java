package ru.mcu.channel.media;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.mcu.channel.RemoteFile;
import ru.mcu.message.ExpectedFiles;
import ru.mcu.platform.Channel;

/** The files to be fetched; every statement is safe with many nodes at work. */
@Repository
class WantedFiles implements ExpectedFiles {

    private final JdbcClient jdbc;

    WantedFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next file that is due, now this node's until the moment given. */
    Optional<Wanted> claim(Instant now, Instant lockedUntil) {
        return jdbc.sql("""
                update mcu.remote_file set status = 'FETCHING', attempts = attempts + 1, locked_until = :until
                where id = (
                    select id from mcu.remote_file where status = 'WAITING' and next_attempt_at <= :now
                    order by next_attempt_at, id limit 1 for update skip locked)
                returning *""")
                .param("until", utc(lockedUntil))
                .param("now", utc(now))
                .query((row, number) -> new Wanted(
                        row.getObject("id", UUID.class),
                        row.getObject("message_id", UUID.class),
                        Channel.of(row.getString("channel")),
                        RemoteFile.Kind.valueOf(row.getString("kind")),
                        row.getString("handle"),
                        row.getString("file_name"),
                        row.getObject("size", Long.class),
                        row.getInt("attempts")))
                .optional();
    }

    /** Files whose node died are fetched again. */
    int releaseStuck(Instant now) {
        return jdbc.sql("""
                update mcu.remote_file set status = 'WAITING', locked_until = null, next_attempt_at = :now
                where status = 'FETCHING' and locked_until < :now""").param("now", utc(now)).update();
    }

    /** False when another node has taken the file over meanwhile. */
    boolean kept(Wanted file, UUID attachment) {
        return jdbc.sql("""
                update mcu.remote_file set status = 'KEPT', attachment_id = :attachment, note = null, locked_until = null
                where id = :id and status = 'FETCHING' and attempts = :attempt""")
                        .param("attachment", attachment)
                        .param("id", file.id())
                        .param("attempt", file.attempt())
                        .update()
                == 1;
    }

    boolean refused(Wanted file, String note) {
        return jdbc.sql("""
                update mcu.remote_file set status = 'REFUSED', note = :note, locked_until = null
                where id = :id and status = 'FETCHING' and attempts = :attempt""")
                        .param("note", note)
                        .param("id", file.id())
                        .param("attempt", file.attempt())
                        .update()
                == 1;
    }

    void later(Wanted file, Instant next, String note) {
        jdbc.sql("""
                update mcu.remote_file set status = 'WAITING', next_attempt_at = :next, note = :note, locked_until = null
                where id = :id and status = 'FETCHING' and attempts = :attempt""")
                .param("next", utc(next))
                .param("note", note)
                .param("id", file.id())
                .param("attempt", file.attempt())
                .update();
    }

    @Override
    public List<ExpectedFile> of(UUID messageId) {
        return jdbc.sql("""
                select id, kind, file_name, status, note from mcu.remote_file
                where message_id = :message and status <> 'KEPT' order by added_at, id""")
                .param("message", messageId)
                .query((row, number) -> new ExpectedFile(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getString("file_name"))
                                .orElse(Wanted.title(RemoteFile.Kind.valueOf(row.getString("kind")))),
                        row.getString("status").equals("REFUSED")
                                ? "Не принят: " + row.getString("note")
                                : "Файл загружается"))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
