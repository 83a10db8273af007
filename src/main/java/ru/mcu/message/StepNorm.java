package ru.mcu.message;

import ru.mcu.calendar.Norm;

/** A norm and the document it comes from. */
public record StepNorm(Norm norm, String source) {}
