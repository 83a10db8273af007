package ru.mcu.calendar;

/** The four kinds of day of a production calendar. */
public enum DayKind {
    WORKING,
    /** A weekday that ends one hour earlier (ТК РФ ст. 95). */
    SHORTENED,
    OFF,
    /** A Saturday or Sunday that a decree made a working day; it may be shortened as well. */
    WORKING_WEEKEND
}
