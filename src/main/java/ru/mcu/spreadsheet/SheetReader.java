package ru.mcu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads an export of one kind row by row. The file goes to disk, only the current row is in memory; the format is told
 * by the content, not by the file name.
 */
public final class SheetReader<R> {

    private final Columns columns;
    private final RowMapper<R> mapper;
    private final SheetLimits limits;

    SheetReader(Columns columns, RowMapper<R> mapper, SheetLimits limits) {
        this.columns = columns;
        this.mapper = mapper;
        this.limits = limits;
    }

    /** Reader of «Инцидент Менеджмент» exports with the columns of the given {@code config} folder. */
    public static SheetReader<IncidentRow> incidents(Path config, SheetLimits limits) {
        return new SheetReader<>(
                Columns.load(config.resolve("incident-management/columns.yml")), IncidentRow::of, limits);
    }

    /** Reader of ПОС exports with the columns of the given {@code config} folder. */
    public static SheetReader<PosRow> pos(Path config, SheetLimits limits) {
        return new SheetReader<>(Columns.load(config.resolve("pos/columns.yml")), PosRow::of, limits);
    }

    /**
     * Reads the first sheet of an .xlsx, or a .csv (`;`, `,` or tab; UTF-8, UTF-16 with mark, or windows-1251).
     *
     * @param fileName only for choosing the message when the content is no table
     * @throws SheetRefused when the file as a whole cannot be read; rows before the fault were already handed over
     * @throws IOException when the upload itself breaks off
     */
    public ReadSummary read(InputStream in, String fileName, RowHandler<R> handler) throws IOException {
        RowBinder<R> binder = new RowBinder<>(columns, mapper, handler, limits);
        try (SpooledFile file = SpooledFile.of(in, limits.maxFileBytes())) {
            switch (FileKind.of(file.path(), fileName)) {
                case XLSX -> XlsxRows.read(file.path(), limits, binder);
                case CSV -> CsvRows.read(file.path(), limits, binder);
            }
            return binder.finish();
        }
    }
}
