package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** What the author did after his message was registered. */
public enum FollowUpKind {
    ADDED("added", "Дополнение автора"),
    EDITED("edited", "Автор изменил текст"),
    DELETED("deleted", "Автор удалил сообщение"),
    REPLY("reply", "Ответ автора на вопрос");

    private final String code;
    private final String title;

    FollowUpKind(String code, String title) {
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
    public static FollowUpKind of(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестное значение: " + code));
    }
}
