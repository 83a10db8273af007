package ru.mcu.directory;

import java.time.LocalTime;

/** The working day in the city's zone; {@code lunchCounted} says whether the break counts as working time. */
public record WorkingHours(
        LocalTime start, LocalTime end, boolean lunchCounted, LocalTime lunchStart, LocalTime lunchEnd) {}
