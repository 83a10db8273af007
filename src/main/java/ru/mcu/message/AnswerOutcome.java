package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What the answer says about the matter itself. */
public enum AnswerOutcome {
    SOLVED("solved", "решено"),
    EXPLAINED("explained", "разъяснено"),
    PLANNED("planned", "запланировано"),
    REFUSED("refused", "отказано");

    private final String code;
    private final String title;

    AnswerOutcome(String code, String title) {
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
    public static AnswerOutcome of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестное значение: " + code));
    }
}
