package ru.mcu.channel.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.message.ImportOutcome;
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
    private final TransactionTemplate transaction;
    private final ImportCounts counts = new ImportCounts();
    private final List<Row<R>> waiting = new ArrayList<>();

    ImportRun(UUID id, RowTaker<R> taker, Intake intake, ImportBatches batches, TransactionTemplate transaction) {
        this.id = id;
        this.taker = taker;
        this.intake = intake;
        this.batches = batches;
        this.transaction = transaction;
    }

    @Override
    public void row(int rowNumber, R row) {
        waiting.add(new Row<>(rowNumber, row));
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    @Override
    public void problem(RowProblem problem) {
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
            List<ImportOutcome> outcomes = transaction.execute(
                    status -> waiting.stream().map(this::take).toList());
            if (outcomes != null) {
                outcomes.forEach(counts::count);
            }
            return true;
        } catch (RuntimeException e) {
            log.debug("a batch of import {} is taken row by row", id, e);
            return false;
        }
    }

    private void takeAlone(Row<R> row) {
        try {
            ImportOutcome outcome = transaction.execute(status -> take(row));
            if (outcome != null) {
                counts.count(outcome);
            }
        } catch (Refused | IllegalArgumentException e) {
            refuse(row, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            log.error("row {} of import {} could not be taken", row.number(), id, e);
            refuse(row, "Внутренняя ошибка: строка не загружена. Сообщите администратору номер загрузки " + id + ".");
        }
    }

    private ImportOutcome take(Row<R> row) {
        return intake.take(taker.message(row.value()), Hashes.sha256(String.valueOf(row.value())));
    }

    private void refuse(Row<R> row, String reason) {
        counts.refused++;
        batches.refuse(id, row.number(), null, reason);
    }

    private record Row<R>(int number, R value) {}
}
