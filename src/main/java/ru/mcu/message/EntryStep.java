package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Where the process of a message begins; imports start where the source system stands. */
public enum EntryStep {
    TRIAGE("triage", "разбор"),
    DRAFT("draft", "подготовка ответа"),
    REVIEW("review", "проверка ответа"),
    PUBLISH("publish", "публикация"),
    SURVEY("survey", "опрос"),
    HISTORY("history", "завершено");

    private final String code;
    private final String title;

    EntryStep(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The word for it in process variables, decision tables and JSON. */
    @JsonValue
    public String code() {
        return code;
    }

    /** What staff see. */
    public String title() {
        return title;
    }

    /** @throws IllegalArgumentException when there is no such code */
    @JsonCreator
    public static EntryStep of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестное значение: " + code));
    }
}
