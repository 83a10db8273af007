package ru.mcu.channel;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Ids;

/** The files that authors' words came with, to be fetched in the background. */
@Repository
class RemoteFiles {

    private static final int MOST_OF_ONE = 30;

    private final JdbcClient jdbc;
    private final Clock clock;

    RemoteFiles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes files of a message; one that is known already is not noted again. */
    @Transactional(propagation = Propagation.MANDATORY)
    void expect(UUID messageId, Channel channel, List<RemoteFile> files) {
        for (RemoteFile file : files.subList(0, Math.min(files.size(), MOST_OF_ONE))) {
            jdbc.sql("""
                    insert into mcu.remote_file (id, message_id, channel, file_key, kind, handle, file_name, size, status,
                                                 next_attempt_at, added_at)
                    values (:id, :message, :channel, :key, :kind, :handle, :name, :size, 'WAITING', :now, :now)
                    on conflict (message_id, file_key) do nothing""")
                    .param("id", Ids.next())
                    .param("message", messageId)
                    .param("channel", channel.code())
                    .param("key", file.key())
                    .param("kind", file.kind().name())
                    .param("handle", file.handle())
                    .param("name", file.name())
                    .param("size", file.size())
                    .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .update();
        }
    }
}
