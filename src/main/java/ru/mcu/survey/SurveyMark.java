package ru.mcu.survey;

import java.util.Arrays;

/** The scale of the survey with its words, one wording for the public page and for a mark taken by phone. */
public enum SurveyMark {
    NOT_AT_ALL(1, "совсем не помогли"),
    RATHER_NOT(2, "скорее не помогли"),
    PARTLY(3, "помогли частично"),
    WELL(4, "хорошо"),
    EXCELLENT(5, "отлично");

    private final int value;
    private final String words;

    SurveyMark(int value, String words) {
        this.value = value;
        this.words = words;
    }

    /** The mark for 1–5; anything else is an {@link IllegalArgumentException} with a Russian message. */
    public static SurveyMark of(int value) {
        return Arrays.stream(values())
                .filter(mark -> mark.value == value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Оценка должна быть от 1 до 5"));
    }

    public int value() {
        return value;
    }

    public String words() {
        return words;
    }

    /** As people read it: «4 — хорошо». */
    public String label() {
        return value + " — " + words;
    }
}
