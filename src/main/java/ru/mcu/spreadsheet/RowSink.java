package ru.mcu.spreadsheet;

import java.util.List;

/** Takes raw rows from either file format. */
interface RowSink {

    /** A row by its number in the file (first is 1); missing cells are empty strings. */
    void row(int rowNumber, List<String> cells);
}
