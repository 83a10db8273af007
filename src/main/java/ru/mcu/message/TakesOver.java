package ru.mcu.message;

import java.util.UUID;

/** The head takes a message's open work into his own hands; implemented where tasks are known. */
public interface TakesOver {

    /** @param reason kept in the history; must not be blank */
    void take(UUID messageId, String reason);
}
