package ru.mcu.spreadsheet;

/** Turns the bound cells of one row into a typed record. */
interface RowMapper<R> {
    R map(RowCells cells);
}
