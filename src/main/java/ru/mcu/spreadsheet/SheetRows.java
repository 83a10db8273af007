package ru.mcu.spreadsheet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;

/** Collects the cells of one sheet row and hands the row on when it ends. */
final class SheetRows implements SheetContentsHandler {

    private final int maxColumns;
    private final RowSink sink;
    private final List<String> cells = new ArrayList<>();

    SheetRows(int maxColumns, RowSink sink) {
        this.maxColumns = maxColumns;
        this.sink = sink;
    }

    @Override
    public void startRow(int rowIndex) {
        cells.clear();
    }

    @Override
    public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
        int column = reference == null ? cells.size() : new CellReference(reference).getCol();
        if (value == null || column < 0 || column >= maxColumns) {
            return;
        }
        if (column >= cells.size()) {
            cells.addAll(Collections.nCopies(column - cells.size() + 1, ""));
        }
        cells.set(column, value);
    }

    @Override
    public void endRow(int rowIndex) {
        try {
            sink.row(rowIndex + 1, List.copyOf(cells));
        } catch (RuntimeException e) {
            throw new HandlerFailure(e);
        }
    }
}
