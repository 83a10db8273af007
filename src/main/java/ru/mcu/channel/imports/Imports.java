package ru.mcu.channel.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import ru.mcu.message.Intake;
import ru.mcu.platform.CurrentUser;
import ru.mcu.spreadsheet.SheetReader;
import ru.mcu.spreadsheet.SheetRefused;

/** Runs imports: constant memory, a hundred rows a transaction, one bad row never spoils its neighbours. */
@Service
public class Imports {

    private static final Logger log = LoggerFactory.getLogger(Imports.class);

    private final ImportBatches batches;
    private final Intake intake;
    private final CurrentUser user;

    Imports(ImportBatches batches, Intake intake, CurrentUser user) {
        this.batches = batches;
        this.intake = intake;
        this.user = user;
    }

    /** Opens an import, so that its progress can be asked for before the first row. */
    public UUID start(String source, String fileName) {
        return batches.start(source, fileName, user.id());
    }

    /** Reads the whole file; refusals and the failure of the file itself end up in the report. */
    public <R> ImportReport run(UUID id, SheetReader<R> reader, RowTaker<R> taker, InputStream file, String fileName) {
        ImportRun<R> run = new ImportRun<>(id, taker, intake, batches);
        try {
            reader.read(file, fileName, run);
            run.flush();
            batches.finish(id, null);
        } catch (SheetRefused e) {
            run.flush();
            batches.finish(id, e.getMessage());
        } catch (IOException | RuntimeException e) {
            log.error("import {} broke off", id, e);
            batches.finish(id, "Загрузка прервалась. Загрузите файл ещё раз: что уже загружено, не повторится.");
        }
        return report(id).orElseThrow();
    }

    public Optional<ImportReport> report(UUID id) {
        return batches.find(id);
    }

    /** The newest imports first. */
    public List<ImportReport> newest(int limit) {
        return batches.newest(limit);
    }
}
