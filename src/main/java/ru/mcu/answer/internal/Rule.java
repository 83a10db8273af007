package ru.mcu.answer.internal;

/** One check of the standard with its parameters inside; stateless, so many threads may share it. */
interface Rule {

    void check(Inspection inspection, Report report);
}
