package ru.mcu.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** Files that staff add to a message; checked outside of any transaction, because an antivirus may take its time. */
@Service
public class Uploads {

    private final FileCheck check;
    private final Attachments attachments;
    private final AuditTrail audit;
    private final CurrentUser user;
    private final TransactionTemplate transaction;

    Uploads(
            FileCheck check,
            Attachments attachments,
            AuditTrail audit,
            CurrentUser user,
            TransactionTemplate transaction) {
        this.check = check;
        this.attachments = attachments;
        this.audit = audit;
        this.user = user;
        this.transaction = transaction;
    }

    /**
     * Keeps a file; its type is what its first bytes say, not its name. Pictures and videos lose their metadata.
     *
     * @throws Refused 404 when the user may not see the message, 422 when the file is not accepted
     */
    public MessageCard.AttachmentView add(
            UUID messageId, Attachments.Role role, @Nullable String fileName, InputStream content) throws IOException {
        attachments.requireRead(messageId);
        Path file = Files.createTempFile("mcu-upload-", null);
        try {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
            return attachments.keep(messageId, role, check.check(file, fileName));
        } catch (FileRefused e) {
            if (e.virus() != null) {
                infected(messageId, e.virus());
            }
            throw invalid(e.reason());
        } finally {
            Files.delete(file);
        }
    }

    private void infected(UUID messageId, String virus) {
        transaction.executeWithoutResult(status -> audit.record(
                messageId, "Файл не принят", user.id(), FileRefused.infectedNote(virus), Map.of("virus", virus)));
    }

    private static Refused invalid(String reason) {
        String message = "Приложите другой файл: " + reason;
        return Refused.invalid("Файл не принят", message, new FieldError("file", message));
    }
}
