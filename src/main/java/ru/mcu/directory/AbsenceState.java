package ru.mcu.directory;

/** Where an absence stands; {@link #ENDING} lasts at most a minute, until the work has gone back. */
public enum AbsenceState {
    PLANNED,
    ACTIVE,
    ENDING,
    FINISHED,
    CANCELLED
}
