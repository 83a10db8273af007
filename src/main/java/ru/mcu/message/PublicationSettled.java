package ru.mcu.message;

import java.util.UUID;

/** A publication left the outbox: delivered, refused by its channel, or withdrawn in time. */
public record PublicationSettled(UUID publicationId, UUID messageId, Outcome outcome) {

    /** The word is the process variable {@code deliveryOutcome}. */
    public enum Outcome {
        DELIVERED("delivered"),
        FAILED("failed"),
        WITHDRAWN("withdrawn");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
