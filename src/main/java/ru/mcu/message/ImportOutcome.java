package ru.mcu.message;

/** What became of one row of an export. */
public enum ImportOutcome {
    CREATED,
    UPDATED,
    UNCHANGED
}
