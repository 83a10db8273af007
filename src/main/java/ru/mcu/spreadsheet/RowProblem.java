package ru.mcu.spreadsheet;

/**
 * A cell that could not be understood; the reading goes on. It never repeats the cell's content, which may be personal.
 *
 * @param rowNumber row as Excel numbers it, the first row is 1
 * @param columnHeader header as written in the file
 * @param reason Russian, for the operator
 */
public record RowProblem(int rowNumber, String columnHeader, String reason) {}
