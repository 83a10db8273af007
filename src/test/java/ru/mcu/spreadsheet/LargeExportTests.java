package ru.mcu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Большая выгрузка")
class LargeExportTests {

    private static final int ROWS = 20_000;
    private static final String NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @Test
    @DisplayName("20 000 строк с текстами читаются, а в памяти остаётся лишь текущая строка")
    void rowsAreNotKept() throws Exception {
        byte[] file = book();
        long start = System.nanoTime();
        Counter counter = new Counter();
        ReadSummary summary = SheetReader.incidents(Tables.CONFIG, SheetLimits.standard())
                .read(Tables.stream(file), "большая.xlsx", counter);

        assertThat(summary.rows()).isEqualTo(ROWS);
        assertThat(counter.chars).isGreaterThan(16_000_000);
        assertThat(counter.peakGrowth)
                .as("прирост занятой памяти после сборки мусора, при %d МБ текстов", counter.chars >> 19)
                .isLessThan(16L << 20);
        System.out.printf(
                "Большая выгрузка: файл %d КБ, текстов %d МБ, прирост памяти %d КБ, чтение %d мс%n",
                file.length >> 10,
                counter.chars >> 19,
                counter.peakGrowth >> 10,
                (System.nanoTime() - start) / 1_000_000);
    }

    /** Written as XML by hand: POI needs a minute for what is read here in seconds. */
    private static byte[] book() throws IOException {
        byte[] small = Tables.xlsx(List.of(List.of("ID", "Текст инцидента", "1ый ответ ПИ", "Отдел")));
        byte[] strings = Tables.replaced(small, "xl/sharedStrings.xml", out -> {
            write(out, "<sst xmlns='" + NAMESPACE + "'>");
            for (String header : List.of("ID", "Текст инцидента", "1ый ответ ПИ", "Отдел")) {
                write(out, "<si><t>" + header + "</t></si>");
            }
            Random random = new Random(1);
            for (int i = 0; i < 2 * ROWS; i++) {
                write(
                        out,
                        "<si><r><t>'Текст " + i + "</t></r><r><t xml:space='preserve'> " + words(random)
                                + "</t></r></si>");
            }
            write(out, "</sst>");
        });
        return Tables.replaced(strings, "xl/worksheets/sheet1.xml", out -> {
            write(out, "<worksheet xmlns='" + NAMESPACE + "'><sheetData><row r='1'>");
            for (int c = 0; c < 4; c++) {
                write(out, cell(c, 1, c));
            }
            write(out, "</row>");
            for (int r = 2; r < ROWS + 2; r++) {
                write(
                        out,
                        "<row r='" + r + "'><c r='A" + r + "'><v>" + (39_520_480 + r) + "</v></c>" + cell(1, r, 2 * r)
                                + cell(2, r, 2 * r + 1) + cell(3, r, 3) + "</row>");
            }
            write(out, "</sheetData></worksheet>");
        });
    }

    private static String cell(int column, int row, int string) {
        return "<c r='" + (char) ('A' + column) + row + "' t='s'><v>" + string + "</v></c>";
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            text.append(Long.toString(random.nextLong(), 36)).append(' ');
        }
        return text.toString();
    }

    private static void write(OutputStream out, String xml) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Counts instead of keeping, and looks at the memory in use a few times on the way. */
    private static final class Counter implements RowHandler<IncidentRow> {

        private long chars;
        private long base;
        private long peakGrowth;
        private int seen;

        @Override
        public void row(int rowNumber, IncidentRow row) {
            chars += row.text().length() + String.valueOf(row.answer1()).length();
            if (++seen == 1) {
                base = used();
            } else if (seen % 6_000 == 0) {
                peakGrowth = Math.max(peakGrowth, used() - base);
            }
        }

        @Override
        public void problem(RowProblem problem) {
            throw new AssertionError(problem.toString());
        }

        private static long used() {
            System.gc();
            return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        }
    }
}
