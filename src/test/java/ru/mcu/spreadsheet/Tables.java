package ru.mcu.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Tables for the tests, and a handler that keeps what it is given. */
final class Tables {

    static final Path CONFIG = Path.of("config");

    private Tables() {}

    static byte[] xlsx(List<? extends List<?>> rows) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill(book, rows);
            book.write(out);
            return out.toByteArray();
        }
    }

    static void fill(org.apache.poi.ss.usermodel.Workbook book, List<? extends List<?>> rows) {
        var sheet = book.createSheet("Лист1");
        var dates = book.createCellStyle();
        dates.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy hh:mm"));
        var durations = book.createCellStyle();
        durations.setDataFormat(book.createDataFormat().getFormat("[h]:mm:ss"));
        for (int r = 0; r < rows.size(); r++) {
            var row = sheet.createRow(r);
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object value = rows.get(r).get(c);
                if (value instanceof Number number) {
                    row.createCell(c).setCellValue(number.doubleValue());
                } else if (value instanceof java.time.LocalDateTime date) {
                    row.createCell(c).setCellValue(date);
                    row.getCell(c).setCellStyle(dates);
                } else if (value instanceof java.time.Duration duration) {
                    row.createCell(c).setCellValue(duration.toSeconds() / 86_400.0);
                    row.getCell(c).setCellStyle(durations);
                } else if (value != null && !value.toString().isEmpty()) {
                    row.createCell(c).setCellValue(value.toString());
                }
            }
        }
    }

    interface Content {
        void write(ZipOutputStream out) throws IOException;
    }

    static byte[] replaced(byte[] book, String part, Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(stream(book));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    content.write(zip);
                } else {
                    in.transferTo(zip);
                }
            }
        }
        return out.toByteArray();
    }

    static String csv(List<? extends List<?>> rows, char separator) {
        StringBuilder out = new StringBuilder();
        for (List<?> row : rows) {
            List<String> cells = row.stream()
                    .map(value -> "\"" + String.valueOf(value).replace("\"", "\"\"") + "\"")
                    .toList();
            out.append(String.join(String.valueOf(separator), cells)).append("\r\n");
        }
        return out.toString();
    }

    static Kept<IncidentRow> incidents(byte[] file) throws IOException {
        return read(SheetReader.incidents(CONFIG, SheetLimits.standard()), stream(file));
    }

    static Kept<PosRow> pos(byte[] file) throws IOException {
        return read(SheetReader.pos(CONFIG, SheetLimits.standard()), stream(file));
    }

    static <R> Kept<R> read(SheetReader<R> reader, InputStream in) throws IOException {
        Kept<R> kept = new Kept<>();
        kept.summary = reader.read(in, "export.xlsx", kept);
        return kept;
    }

    static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /** Keeps rows and problems. */
    static final class Kept<R> implements RowHandler<R> {

        final List<R> rows = new ArrayList<>();
        final List<RowProblem> problems = new ArrayList<>();
        ReadSummary summary = new ReadSummary(0, 0, 0, List.of());

        @Override
        public void row(int rowNumber, R row) {
            rows.add(row);
        }

        @Override
        public void problem(RowProblem problem) {
            problems.add(problem);
        }
    }
}
