package ru.mcu.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.message.Attachments;
import ru.mcu.message.FileCheck;
import ru.mcu.message.FileRefused;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Ids;

/** Files that came with an event: kept beside the message at once; a refused one is noted like a fetched one. */
@Service
class EnclosedFiles {

    private final JdbcClient jdbc;
    private final FileCheck check;
    private final Attachments attachments;
    private final Clock clock;

    EnclosedFiles(JdbcClient jdbc, FileCheck check, Attachments attachments, Clock clock) {
        this.jdbc = jdbc;
        this.check = check;
        this.attachments = attachments;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void keep(UUID messageId, Channel channel, List<EnclosedFile> files) {
        for (EnclosedFile file : files) {
            try {
                note(messageId, channel, file, "KEPT", keep(messageId, file), null);
            } catch (FileRefused refused) {
                note(messageId, channel, file, "REFUSED", null, refused.reason());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private UUID keep(UUID messageId, EnclosedFile file) throws FileRefused, IOException {
        Path content = Files.createTempFile("mcu-enclosed-", null);
        try {
            Files.write(content, file.content());
            return attachments
                    .keep(messageId, Attachments.Role.MESSAGE, check.check(content, file.name()))
                    .id();
        } finally {
            Files.delete(content);
        }
    }

    private void note(
            UUID messageId,
            Channel channel,
            EnclosedFile file,
            String status,
            @Nullable UUID attachment,
            @Nullable String reason) {
        jdbc.sql("""
                insert into mcu.remote_file (id, message_id, channel, file_key, kind, handle, file_name, size, status,
                                             next_attempt_at, note, attachment_id, added_at)
                values (:id, :message, :channel, :key, :kind, 'enclosed', :name, :size, :status, :now, :note,
                        cast(:attachment as uuid), :now)
                on conflict (message_id, file_key) do nothing""")
                .param("id", Ids.next())
                .param("message", messageId)
                .param("channel", channel.code())
                .param("key", file.key())
                .param("kind", RemoteFile.Kind.DOCUMENT.name())
                .param("name", file.name())
                .param("size", file.content().length)
                .param("status", status)
                .param("note", reason)
                .param("attachment", attachment == null ? null : attachment.toString())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
