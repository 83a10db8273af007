package ru.mcu.channel.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.mcu.message.ImportOutcome;
import ru.mcu.message.ImportedRow;
import ru.mcu.message.Intake;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Refused;
import ru.mcu.spreadsheet.RowHandler;
import ru.mcu.spreadsheet.RowProblem;

/** One import under way: collects rows into batches and takes them, one by one when a batch fails. */
final class ImportRun<R> implements RowHandler<R> {

    private static final Logger log = LoggerFactory.getLogger(ImportRun.class);
    private static final int BATCH = 100;

    private final UUID id;
    private final RowTaker<R> taker;
    private final Intake intake;
    private final ImportBatches batches;
    private final ImportCounts counts = new ImportCounts();
    private final List<Row<R>> waiting = new ArrayList<>();

    ImportRun(UUID id, RowTaker<R> taker, Intake intake, ImportBatches batches) {
        this.id = id;
        this.taker = taker;
        this.intake = intake;
        this.batches = batches;
    }

    @Override
    public void row(int rowNumber, R row) {
        counts.sawRow(rowNumber);
        waiting.add(new Row<>(rowNumber, row));
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void problem(RowProblem problem) {
        counts.sawRow(problem.rowNumber());
        counts.refused++;
        batches.refuse(id, problem.rowNumber(), problem.columnHeader(), problem.reason());
    }

    void flush() {
        if (!waiting.isEmpty() && !takeTogether()) {
            waiting.forEach(this::takeAlone);
        }
        waiting.clear();
        batches.progress(id, counts);
    }

    private boolean takeTogether() {
        try {
            List<ImportedRow> rows = waiting.stream().map(this::imported).toList();
            List<ImportOutcome> outcomes = intake.takeAll(rows);
            outcomes.forEach(counts::count);
            return true;
        } catch (RuntimeException e) {
            log.debug("a batch of import {} is taken row by row", id, e);
            return false;
        }
    }

    private void takeAlone(Row<R> row) {
        try {
            ImportedRow imported = imported(row);
            counts.count(intake.take(imported));
        } catch (Refused | IllegalArgumentException e) {
            refuse(row, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("row {} of import {} could not be taken", row.number(), id, e);
            refuse(row, "Внутренняя ошибка: строка не загружена. Сообщите администратору номер загрузки " + id + ".");
        }
    }

    private ImportedRow imported(Row<R> row) {
        return new ImportedRow(
                taker.message(row.value()), Hashes.sha256(String.valueOf(row.value())), taker.mark(row.value()));
    }

    private void refuse(Row<R> row, String reason) {
        counts.refused++;
        batches.refuse(id, row.number(), null, reason);
    }

    private record Row<R>(int number, R value) {}
}
