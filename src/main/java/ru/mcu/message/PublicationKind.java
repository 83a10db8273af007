package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What a publication says to the citizen. */
public enum PublicationKind {
    ANSWER("answer", "Ответ"),
    INTERIM("interim", "Промежуточный ответ"),
    QUESTION("question", "Вопрос автору"),
    FORMAL_ROUTE("formalRoute", "Разъяснение порядка 59-ФЗ"),
    SURVEY("survey", "Приглашение к опросу");

    private final String code;
    private final String title;

    PublicationKind(String code, String title) {
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
    public static PublicationKind of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестное значение: " + code));
    }
}
