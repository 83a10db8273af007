package ru.mcu.message;

import com.fasterxml.jackson.annotation.JsonValue;

/** What of a message's way others are told. */
public enum Milestone {
    REGISTERED("registered"),
    ASSIGNED("assigned"),
    ANSWERED("answered"),
    PUBLISHED("published"),
    CLOSED("closed"),
    RATED("rated");

    private final String code;

    Milestone(String code) {
        this.code = code;
    }

    /** The word for it outside: {@code message.} and this. */
    @JsonValue
    public String code() {
        return code;
    }
}
