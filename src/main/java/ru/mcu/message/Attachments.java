package ru.mcu.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;

/** Files that belong to a message: what the author sent, proofs of publication, documents with facts. */
@Service
@Transactional
public class Attachments {

    private static final String CLEAN = "CLEAN";
    private static final String WAITING = "WAITING";

    private final JdbcClient jdbc;
    private final AttachmentStore store;
    private final ExpectedFiles expected;
    private final Messages messages;
    private final MessageAccess access;
    private final CurrentUser user;
    private final Clock clock;

    Attachments(
            JdbcClient jdbc,
            AttachmentStore store,
            ExpectedFiles expected,
            Messages messages,
            MessageAccess access,
            CurrentUser user,
            Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.expected = expected;
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
     * Keeps a file that {@link FileCheck} let through. One that could not be scanned is kept, but not shown until it is.
     *
     * @throws Refused 404 when there is no such message or the user may not see it
     */
    public MessageCard.AttachmentView keep(UUID messageId, Role role, CheckedFile file) {
        requireRead(messageId);
        UUID id = Ids.next();
        jdbc.sql("""
                insert into mcu.attachment (id, message_id, role, file_name, content_type, size, scan, added_at, added_by)
                values (:id, :message, :role, :name, :type, :size, :scan, :at, :by)""")
                .param("id", id)
                .param("message", messageId)
                .param("role", role.name())
                .param("name", file.name())
                .param("type", file.type().contentType())
                .param("size", file.size())
                .param("scan", file.scanned() ? CLEAN : WAITING)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", user.id())
                .update();
        try {
            store.write(id, file.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (file.preview() != null) {
            store.writePreview(id, file.preview());
        }
        return view(
                new Row(
                        id,
                        role.name(),
                        file.name(),
                        file.type().contentType(),
                        file.size(),
                        file.scanned() ? CLEAN : WAITING,
                        null),
                file.preview() != null);
    }

    /** @throws Refused 404 when there is no such message or the user may not see it */
    @Transactional(readOnly = true)
    public void requireRead(UUID messageId) {
        access.requireRead(messages.findById(messageId).orElseThrow(Attachments::missing));
    }

    /** A file for one who may read its message; one that is not scanned or is infected is for nobody. */
    @Transactional(readOnly = true)
    public File file(UUID id) {
        File file = jdbc.sql("""
                select message_id, file_name, content_type, size from mcu.attachment where id = :id and scan = 'CLEAN'""")
                .param("id", id)
                .query((row, number) -> new File(
                        id,
                        row.getObject("message_id", UUID.class),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("size")))
                .optional()
                .orElseThrow(Attachments::missing);
        requireRead(file.messageId());
        return file;
    }

    /** Writes the content; however slow the reader is, no transaction waits for him. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void copy(File file, OutputStream out) throws IOException {
        try (InputStream content = store.open(file.id())) {
            content.transferTo(out);
        }
    }

    /** The small picture of a file, a JPEG, by the same rules as the file itself. */
    @Transactional(readOnly = true)
    public byte[] preview(UUID id) {
        return store.preview(file(id).id()).orElseThrow(Attachments::missing);
    }

    List<MessageCard.AttachmentView> of(UUID messageId) {
        Stream<MessageCard.AttachmentView> kept = jdbc
                .sql("""
                select file.*, exists (select 1 from mcu.attachment_preview small where small.attachment_id = file.id) as small
                from mcu.attachment file where message_id = :id order by added_at, id""")
                .param("id", messageId)
                .query((row, number) -> view(
                        new Row(
                                row.getObject("id", UUID.class),
                                row.getString("role"),
                                row.getString("file_name"),
                                row.getString("content_type"),
                                row.getLong("size"),
                                row.getString("scan"),
                                row.getString("virus")),
                        row.getBoolean("small")))
                .list()
                .stream();
        Stream<MessageCard.AttachmentView> announced = expected.of(messageId).stream()
                .map(file -> new MessageCard.AttachmentView(
                        file.id(), Role.MESSAGE.name(), file.name(), "", 0, null, false, null, file.note()));
        return Stream.concat(kept, announced).toList();
    }

    static String url(UUID id) {
        return "/api/attachments/" + id;
    }

    private record Row(
            UUID id,
            String role,
            String name,
            String type,
            long size,
            String scan,
            @Nullable String virus) {}

    private static MessageCard.AttachmentView view(Row row, boolean small) {
        boolean shown = row.scan().equals(CLEAN);
        return new MessageCard.AttachmentView(
                row.id(),
                row.role(),
                row.name(),
                row.type(),
                row.size(),
                shown ? url(row.id()) : null,
                shown && row.type().startsWith("image/"),
                shown && small ? url(row.id()) + "/preview" : null,
                shown ? null : note(row));
    }

    private static String note(Row row) {
        return row.virus() == null ? "Проверяется на вирусы" : "Не принят: " + FileRefused.infectedNote(row.virus());
    }

    private static Refused missing() {
        return Refused.missing("Файл не найден", "Такого файла нет, или он не для вас.");
    }

    /**
     * What there is to know about a file beside its content.
     *
     * @param size bytes
     */
    public record File(UUID id, UUID messageId, String name, String contentType, long size) {}
}
