package ru.mcu.message;

import java.util.UUID;

/** Something about an open message changed that its running process must know. */
public record MessageChanged(UUID messageId, Change change) {

    /** What changed; the word is the process variable {@code change}. */
    public enum Change {
        FOLLOW_UP("followUp"),
        DELETED("deleted"),
        PRIORITY("priority");

        private final String code;

        Change(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
