package ru.mcu.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contents of files in pieces, so that a video never lies in memory whole: docs/adr/0011-where-files-live.md. */
@Repository
class AttachmentStore {

    static final int PIECE = 256 * 1024;

    private final JdbcClient jdbc;

    AttachmentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID id, Path content) throws IOException {
        try (InputStream in = Files.newInputStream(content)) {
            byte[] buffer = new byte[PIECE];
            int number = 0;
            for (int read = in.readNBytes(buffer, 0, PIECE); read > 0; read = in.readNBytes(buffer, 0, PIECE)) {
                jdbc.sql(
                                "insert into mcu.attachment_piece (attachment_id, number, content) values (:id, :number, :content)")
                        .param("id", id)
                        .param("number", number++)
                        .param("content", read == PIECE ? buffer : Arrays.copyOf(buffer, read))
                        .update();
            }
        }
    }

    void writePreview(UUID id, byte[] jpeg) {
        jdbc.sql("insert into mcu.attachment_preview (attachment_id, content) values (:id, :content)")
                .param("id", id)
                .param("content", jpeg)
                .update();
    }

    /** The content from its beginning; a database connection is held only while a piece is read. */
    InputStream open(UUID id) {
        return new PieceStream(number -> piece(id, number));
    }

    Optional<byte[]> preview(UUID id) {
        return jdbc.sql("select content from mcu.attachment_preview where attachment_id = :id")
                .param("id", id)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("delete from mcu.attachment_piece where attachment_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from mcu.attachment_preview where attachment_id = :id")
                .param("id", id)
                .update();
    }

    private Optional<byte[]> piece(UUID id, int number) {
        return jdbc.sql("select content from mcu.attachment_piece where attachment_id = :id and number = :number")
                .param("id", id)
                .param("number", number)
                .query((row, index) -> row.getBytes("content"))
                .optional();
    }
}
