package ru.mcu.channel.imports;

import ru.mcu.message.ImportOutcome;

/** The running totals of one import. */
final class ImportCounts {

    int created;
    int updated;
    int unchanged;
    int refused;

    void count(ImportOutcome outcome) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
        }
    }

    int read() {
        return created + updated + unchanged + refused;
    }
}
