package ru.mcu.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the header among the first rows, then turns every further row into a record and hands it on. */
final class RowBinder<R> implements RowSink {

    /** Some exports put a title above the header. */
    private static final int HEADER_SEARCH_ROWS = 10;

    private final Columns columns;
    private final RowMapper<R> mapper;
    private final RowHandler<R> handler;
    private final SheetLimits limits;
    private @Nullable HeaderBinding binding;
    private @Nullable HeaderBinding bestTry;
    private int searched;
    private int rows;
    private int skipped;
    private int problems;

    RowBinder(Columns columns, RowMapper<R> mapper, RowHandler<R> handler, SheetLimits limits) {
        this.columns = columns;
        this.mapper = mapper;
        this.handler = handler;
        this.limits = limits;
    }

    @Override
    public void row(int rowNumber, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (binding == null) {
            lookForHeader(rowNumber, cells);
            return;
        }
        if (rows + skipped >= limits.maxRows()) {
            throw new SheetRefused(
                    SheetRefused.Reason.TOO_MANY_ROWS,
                    "В файле больше %d строк. Разделите выгрузку на части по периоду и загрузите их по очереди."
                            .formatted(limits.maxRows()));
        }
        RowCells row = new RowCells(rowNumber, cells, binding, limits.maxCellChars());
        if (row.key(columns.key()) == null) {
            skipped++;
            row.problem(columns.key(), "Нет номера, строка пропущена.");
            report(row);
            return;
        }
        R record = mapper.map(row);
        report(row);
        rows++;
        handler.row(rowNumber, record);
    }

    ReadSummary finish() {
        if (binding == null) {
            throw noHeader();
        }
        return new ReadSummary(rows, skipped, problems, binding.missingOptional());
    }

    private void lookForHeader(int rowNumber, List<String> cells) {
        HeaderBinding candidate = new HeaderBinding(columns, cells);
        searched++;
        if (candidate.complete()) {
            binding = candidate;
            for (String header : candidate.repeated()) {
                problems++;
                handler.problem(
                        new RowProblem(rowNumber, header, "Такой столбец есть в файле дважды, взят первый из них."));
            }
            return;
        }
        if (bestTry == null || candidate.found() > bestTry.found()) {
            bestTry = candidate;
        }
        if (searched >= HEADER_SEARCH_ROWS) {
            throw noHeader();
        }
    }

    private SheetRefused noHeader() {
        if (bestTry == null) {
            return new SheetRefused(
                    SheetRefused.Reason.EMPTY, "В файле нет ни одной строки. Выгрузите его заново и загрузите снова.");
        }
        return new SheetRefused(
                SheetRefused.Reason.MISSING_HEADERS,
                ("В файле не найдены столбцы: %s. Проверьте, что это %s и что строка заголовков не удалена. "
                                + "Если столбец теперь называется иначе, попросите администратора добавить название в настройки.")
                        .formatted(String.join(", ", bestTry.missingRequired()), columns.title()));
    }

    private void report(RowCells row) {
        problems += row.problems().size();
        row.problems().forEach(handler::problem);
    }
}
