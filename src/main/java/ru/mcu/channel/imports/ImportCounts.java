package ru.mcu.channel.imports;

import ru.mcu.message.ImportOutcome;

/** The running totals of one import. */
final class ImportCounts {

    int created;
    int updated;
    int unchanged;
    int refused;
    private int read;
    private int lastRow;

    void count(ImportOutcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }

    /** A row is one row, however many of its cells could not be read. */
    void sawRow(int rowNumber) {
        if (rowNumber != lastRow) {
            lastRow = rowNumber;
            read++;
        }
    }

    int read() {
        return read;
    }
}
