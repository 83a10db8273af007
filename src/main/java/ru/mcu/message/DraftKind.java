package ru.mcu.message;

/** Whether an answer ends the matter or only says when the final one comes. */
public enum DraftKind {
    FINAL,
    INTERIM
}
