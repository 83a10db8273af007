package ru.mcu.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the Bot API said to a call. */
sealed interface TelegramAnswer {

    /** It was done. */
    record Done(JsonNode result) implements TelegramAnswer {}

    /**
     * It was refused, in the API's own words.
     *
     * @param notBefore when the API takes calls again
     * @param movedTo the number that the chat has now
     */
    record Refused(
            int code,
            String description,
            @Nullable Instant notBefore,
            @Nullable Long movedTo) implements TelegramAnswer {}

    /** Something between us and the API answered, so nobody knows whether the call was carried out. */
    record Unknown(int status) implements TelegramAnswer {}
}
