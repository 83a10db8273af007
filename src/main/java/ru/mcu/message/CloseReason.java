package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why work on a message ended. */
public enum CloseReason {
    ANSWERED("answered", "дан ответ"),
    REJECTED("rejected", "отклонено"),
    HANDED_OVER("handedOver", "передано по 59-ФЗ"),
    CANCELLED("cancelled", "отменено руководителем"),
    WITHHELD("withheld", "ответ не публиковался"),
    HISTORY("history", "завершено до загрузки");

    private final String code;
    private final String title;

    CloseReason(String code, String title) {
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
    public static CloseReason of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестное значение: " + code));
    }
}
