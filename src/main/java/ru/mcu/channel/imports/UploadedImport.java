package ru.mcu.channel.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;
import ru.mcu.spreadsheet.SheetReader;

/** An uploaded file on its way into an import, waited for or watched. */
@Component
public class UploadedImport {

    private static final int AT_ONCE = 2;

    private final Imports imports;
    private final SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("import-");
    private final CurrentUser user;

    UploadedImport(Imports imports, CurrentUser user) {
        this.imports = imports;
        executor.setConcurrencyLimit(AT_ONCE);
        this.user = user;
    }

    /**
     * @return 200 with the finished report, or 202 with an id to watch; 422 when the file as a whole is no export
     * @throws Refused 403 for anybody but operators, analysts and the head
     */
    public <R> ResponseEntity<ImportReport> take(
            String source, MultipartFile file, SheetReader<R> reader, RowTaker<R> taker, boolean background)
            throws IOException {
        requireAllowed(user);
        String name = file.getOriginalFilename() == null ? "выгрузка" : file.getOriginalFilename();
        UUID id = imports.start(source, name);
        if (background) {
            Path copy = Files.createTempFile("import-", ".upload");
            file.transferTo(copy);
            executor.execute(new DelegatingSecurityContextRunnable(() -> runAndDelete(id, reader, taker, copy, name)));
            return ResponseEntity.accepted().body(imports.report(id).orElseThrow());
        }
        try (InputStream in = file.getInputStream()) {
            ImportReport report = imports.run(id, reader, taker, in, name);
            if (report.failure() != null && report.rowsRead() == 0) {
                throw Refused.invalid("Файл не загружен", report.failure());
            }
            return ResponseEntity.status(HttpStatus.OK).body(report);
        }
    }

    private <R> void runAndDelete(UUID id, SheetReader<R> reader, RowTaker<R> taker, Path copy, String name) {
        try (InputStream in = Files.newInputStream(copy)) {
            imports.run(id, reader, taker, in, name);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            copy.toFile().delete();
        }
    }

    static void requireAllowed(CurrentUser user) {
        boolean allowed = user.in("imOperator")
                || user.in("posOperator")
                || user.in("analyst")
                || user.in("head")
                || user.in("integration");
        if (!allowed) {
            throw Refused.forbidden("Нет права", "Выгрузки загружают операторы, аналитик и руководитель.");
        }
    }
}
