package ru.mcu.spreadsheet;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Writes an .xlsx in a layout the city edits, row by row in constant memory. Every cell is text, and one that a
 * spreadsheet program might take for a formula gets the apostrophe that our readers take off again.
 */
public final class SheetWriter implements AutoCloseable {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_CELL = 32_000;

    private final Layout layout;
    private final SXSSFWorkbook book = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final SXSSFSheet sheet;
    private final CellStyle text;
    private int rows;

    /**
     * The columns of a file, from left to right.
     *
     * @param empty what an empty cell holds
     */
    public record Layout(String sheet, String empty, List<Column> columns) {

        /** Reads {@code config/<system>/export.yml}. */
        public static Layout load(Path file) {
            try {
                return new JsonMapper(new YAMLFactory()).readValue(file.toFile(), Layout.class);
            } catch (IOException e) {
                throw new UncheckedIOException("Не читается файл столбцов " + file, e);
            }
        }
    }

    /** A header and the name of the value below it; null for a column that stays empty. */
    public record Column(String header, @Nullable String value) {}

    public SheetWriter(Layout layout) {
        this.layout = layout;
        sheet = book.createSheet(layout.sheet());
        text = book.createCellStyle();
        text.setDataFormat(book.createDataFormat().getFormat("@"));
        text.setQuotePrefixed(true);
        SXSSFRow header = sheet.createRow(rows++);
        for (int i = 0; i < layout.columns().size(); i++) {
            header.createCell(i).setCellValue(layout.columns().get(i).header());
        }
    }

    /** Adds a row; values that the layout does not name are left out. */
    public void row(Map<String, String> values) {
        SXSSFRow row = sheet.createRow(rows++);
        for (int i = 0; i < layout.columns().size(); i++) {
            String name = layout.columns().get(i).value();
            String value = name == null ? null : values.get(name);
            String shown = value == null || value.isBlank() ? layout.empty() : safe(value);
            if (!shown.isEmpty()) {
                SXSSFCell cell = row.createCell(i);
                cell.setCellStyle(text);
                cell.setCellValue(shown);
            }
        }
    }

    public void writeTo(OutputStream out) throws IOException {
        book.write(out);
    }

    /** Deletes what was written to disk on the way. */
    @Override
    public void close() {
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String safe(String value) {
        String cut = value.length() > LONGEST_CELL ? value.substring(0, LONGEST_CELL) + "…" : value;
        return "=+-@\t\r\n'＝＋－＠".indexOf(cut.charAt(0)) < 0 ? cut : "'" + cut;
    }
}
