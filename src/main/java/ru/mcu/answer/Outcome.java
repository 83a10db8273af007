package ru.mcu.answer;

/** What the answer says became of the matter; solved and planned answers must be concrete. */
public enum Outcome {
    /** «решено». */
    SOLVED,
    /** «разъяснено». */
    EXPLAINED,
    /** «запланировано». */
    PLANNED,
    /** «отказано». */
    REFUSED,
    /** «не наша компетенция». */
    NOT_OURS
}
