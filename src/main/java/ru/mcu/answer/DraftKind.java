package ru.mcu.answer;

/** What the draft is to the citizen, because an interim answer has rules of its own. */
public enum DraftKind {
    /** Final answer («ответ»). */
    ANSWER,
    /** Interim answer that promises a final one («промежуточный ответ»). */
    INTERIM,
    /** Question to the citizen («уточнение»). */
    CLARIFICATION,
    /** Short notice such as "taken into work" («уведомление»). */
    NOTICE
}
