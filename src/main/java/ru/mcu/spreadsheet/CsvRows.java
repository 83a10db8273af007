package ru.mcu.spreadsheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a .csv as RFC 4180 has it, with the separators and encodings Russian Excel writes. */
final class CsvRows {

    private static final int PEEK_CHARS = 65_536;
    private static final int MAX_RECORD_CHARS = 4 << 20;

    private final Reader in;
    private final char separator;
    private final int maxColumns;
    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private int recordNumber = 1;
    private int recordChars;
    private boolean quoted;

    private CsvRows(Reader in, char separator, int maxColumns) {
        this.in = in;
        this.separator = separator;
        this.maxColumns = maxColumns;
    }

    static void read(Path file, SheetLimits limits, RowSink sink) throws IOException {
        Charset charset = CsvCharset.of(file);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset), PEEK_CHARS)) {
            in.mark(PEEK_CHARS);
            char[] head = new char[PEEK_CHARS];
            int n = Math.max(0, in.read(head, 0, PEEK_CHARS));
            in.reset();
            if (n > 0 && head[0] == '\uFEFF') {
                in.skip(1);
            }
            new CsvRows(in, separator(head, n), limits.maxColumns()).run(sink);
        }
    }

    private void run(RowSink sink) throws IOException {
        int c = in.read();
        while (c >= 0) {
            if (++recordChars > MAX_RECORD_CHARS) {
                throw unclosed();
            }
            if (quoted) {
                c = insideQuotes((char) c);
                continue;
            }
            if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator) {
                endCell();
            } else if (c == '\n' || c == '\r') {
                endRecord(sink);
                int next = in.read();
                c = c == '\r' && next == '\n' ? in.read() : next;
                continue;
            } else {
                cell.append((char) c);
            }
            c = in.read();
        }
        if (quoted) {
            throw unclosed();
        }
        if (recordChars > 0) {
            endRecord(sink);
        }
    }

    /** Takes one character between quotes and answers the next one to look at. */
    private int insideQuotes(char c) throws IOException {
        if (c != '"') {
            cell.append(c);
            return in.read();
        }
        int next = in.read();
        if (next == '"') {
            cell.append('"');
            return in.read();
        }
        quoted = false;
        return next;
    }

    private void endCell() {
        if (cells.size() < maxColumns) {
            cells.add(cell.toString());
        }
        cell.setLength(0);
    }

    private void endRecord(RowSink sink) {
        endCell();
        sink.row(recordNumber++, List.copyOf(cells));
        cells.clear();
        recordChars = 0;
    }

    private SheetRefused unclosed() {
        return new SheetRefused(
                SheetRefused.Reason.BROKEN,
                "В строке %d не закрыта кавычка. Откройте файл в Excel, сохраните как «Книга Excel (.xlsx)» и загрузите снова."
                        .formatted(recordNumber));
    }

    private static char separator(char[] head, int n) {
        int semicolons = 0;
        int commas = 0;
        int tabs = 0;
        boolean inQuotes = false;
        for (int i = 0; i < n && (inQuotes || head[i] != '\n' && head[i] != '\r'); i++) {
            if (head[i] == '"') {
                inQuotes = !inQuotes;
            } else if (!inQuotes) {
                semicolons += head[i] == ';' ? 1 : 0;
                commas += head[i] == ',' ? 1 : 0;
                tabs += head[i] == '\t' ? 1 : 0;
            }
        }
        if (tabs > semicolons && tabs > commas) {
            return '\t';
        }
        return commas > semicolons ? ',' : ';';
    }
}
