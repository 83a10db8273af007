package ru.mcu.spreadsheet;

/**
 * How much one file may hold, so that an upload cannot exhaust the server.
 *
 * @param maxFileBytes size of the uploaded file
 * @param maxRows data rows below the header
 * @param maxColumns columns looked at; further ones are ignored
 * @param maxUnpackedBytes all parts of an .xlsx together after unpacking
 * @param maxCellChars characters of one cell; a longer one is reported and left out
 */
public record SheetLimits(long maxFileBytes, int maxRows, int maxColumns, long maxUnpackedBytes, int maxCellChars) {

    /** 50 MB, 100,000 rows, 300 columns, 600 MB unpacked, 100,000 characters in a cell. */
    public static SheetLimits standard() {
        return new SheetLimits(50L << 20, 100_000, 300, 600L << 20, 100_000);
    }
}
