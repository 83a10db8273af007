package ru.mcu.spreadsheet;

/**
 * Takes rows as they are read. A {@link SheetRefused} may still come after some rows, so a caller that wants all or
 * nothing keeps its changes in one transaction.
 */
public interface RowHandler<R> {

    /** One understood row; cells with problems are empty in it. */
    void row(int rowNumber, R row);

    void problem(RowProblem problem);
}
