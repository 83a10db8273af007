package ru.mcu.calendar;

/** Something was computed in a year whose calendar is not loaded: operators must load it. */
public record CalendarYearMissing(int year) {}
