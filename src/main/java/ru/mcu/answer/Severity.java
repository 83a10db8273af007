package ru.mcu.answer;

/** What a finding means for the draft, so that only what must not go out stops it. */
public enum Severity {
    /** The draft cannot be submitted until this is corrected. */
    BLOCK,
    /** Advice: the author decides. */
    WARN
}
