package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** How urgent a message is; chooses the row of the norms. */
public enum Priority {
    NORMAL("normal", "обычный"),
    HIGH("high", "высокий"),
    RESONANT("resonant", "резонансный");

    private final String code;
    private final String title;

    Priority(String code, String title) {
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
    public static Priority of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестное значение: " + code));
    }
}
