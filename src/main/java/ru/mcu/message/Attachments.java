package ru.mcu.message;

import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;

/** Files that belong to a message: what the author sent, proofs of publication, documents with facts. */
@Service
@Transactional
public class Attachments {

    private static final long LARGEST = 20L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final Messages messages;
    private final MessageAccess access;
    private final CurrentUser user;
    private final Clock clock;

    Attachments(JdbcClient jdbc, Messages messages, MessageAccess access, CurrentUser user, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.access = access;
        this.user = user;
        this.clock = clock;
    }

    /** What a file is for. */
    public enum Role {
        MESSAGE,
        PROOF,
        FACT
    }

    /**
     * Keeps a file; its type is what its first bytes say, not its name. Pictures lose their metadata.
     *
     * @throws Refused 422 when the file is empty, too large, of another type or broken; a larger transaction may go on
     */
    @Transactional(noRollbackFor = Refused.class)
    public MessageCard.AttachmentView add(UUID messageId, Role role, String fileName, byte[] content) {
        Message message = messages.findById(messageId).orElseThrow(Attachments::missing);
        access.requireRead(message);
        if (content.length == 0 || content.length > LARGEST) {
            throw invalid("Приложите файл до 20 МБ");
        }
        FileSignature signature = FileSignature.of(content);
        if (signature == null) {
            throw invalid("Можно приложить фото (JPEG, PNG), PDF, DOCX или XLSX");
        }
        byte[] clean = signature.isImage() ? withoutMetadata(content, signature) : content;
        UUID id = Ids.next();
        String name = signature.named(safeName(fileName));
        jdbc.sql("""
                insert into mcu.attachment (id, message_id, role, file_name, content_type, size, added_at, added_by)
                values (:id, :message, :role, :name, :type, :size, :at, :by)""")
                .param("id", id)
                .param("message", messageId)
                .param("role", role.name())
                .param("name", name)
                .param("type", signature.contentType())
                .param("size", clean.length)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", user.id())
                .update();
        jdbc.sql("insert into mcu.attachment_content (attachment_id, content) values (:id, :content)")
                .param("id", id)
                .param("content", clean)
                .update();
        return new MessageCard.AttachmentView(
                id, role.name(), name, signature.contentType(), clean.length, url(id), signature.isImage());
    }

    /** A file for one who may read its message. */
    @Transactional(readOnly = true)
    public File file(UUID id) {
        File file = jdbc.sql("""
                select a.message_id, a.file_name, a.content_type, c.content from mcu.attachment a
                join mcu.attachment_content c on c.attachment_id = a.id where a.id = :id""")
                .param("id", id)
                .query((row, number) -> new File(
                        row.getObject("message_id", UUID.class),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getBytes("content")))
                .optional()
                .orElseThrow(Attachments::missing);
        access.requireRead(messages.findById(file.messageId()).orElseThrow(Attachments::missing));
        return file;
    }

    List<MessageCard.AttachmentView> of(UUID messageId) {
        return jdbc.sql("select * from mcu.attachment where message_id = :id order by added_at, id")
                .param("id", messageId)
                .query((row, number) -> new MessageCard.AttachmentView(
                        row.getObject("id", UUID.class),
                        row.getString("role"),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("size"),
                        url(row.getObject("id", UUID.class)),
                        row.getString("content_type").startsWith("image/")))
                .list();
    }

    static String url(UUID id) {
        return "/api/attachments/" + id;
    }

    private static byte[] withoutMetadata(byte[] content, FileSignature signature) {
        try {
            return CleanPicture.of(content, signature);
        } catch (IOException e) {
            throw invalid("Картинка повреждена или слишком велика: приложите другую");
        }
    }

    private static String safeName(@Nullable String name) {
        String plain = name == null
                ? ""
                : name.replaceAll("[\\\\/\\p{Cntrl}\"<>|:*?]", "_").strip();
        if (plain.isEmpty() || Set.of(".", "..").contains(plain)) {
            return "файл";
        }
        return plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    }

    private static Refused missing() {
        return Refused.missing("Файл не найден", "Такого файла нет, или он не для вас.");
    }

    private static Refused invalid(String message) {
        return Refused.invalid("Файл не принят", message, new FieldError("file", message));
    }

    /** A file with its content. */
    @SuppressWarnings("ArrayRecordComponent") // written once to the response, never compared
    public record File(UUID messageId, String name, String contentType, byte[] content) {}
}
