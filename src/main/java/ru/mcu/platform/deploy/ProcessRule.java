package ru.mcu.platform.deploy;

/** One rule that every process model keeps. */
interface ProcessRule {

    void inspect(ProcessFile file, SetContext context, Objections objections);
}
