package ru.mcu.channel.ok;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a dialogue, as the channel sends it to us and as it stands in the dialogue's history. Its {@code seq} is
 * left out: it exceeds what some parsers hold, and the id says enough.
 *
 * @param webhookType missing in subscriptions of the first kind, which tell of new messages only
 * @param timestamp milliseconds since 1970
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record OkEvent(
        @Nullable String webhookType,
        @Nullable Sender sender,
        @Nullable Recipient recipient,
        @Nullable Words message,
        long timestamp) {

    static final String CREATED = "MESSAGE_CREATED";

    /** Who wrote; the group itself has no {@code user_id}. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Sender(
            @Nullable String name,
            @JsonProperty("user_id") @Nullable String userId) {

        boolean isPerson() {
            return userId != null && userId.matches("user:\\d{1,30}");
        }
    }

    /** The dialogue. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Recipient(@JsonProperty("chat_id") @Nullable String chatId) {}

    /** What was written. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Words(
            @Nullable String mid,
            @Nullable String text,
            @Nullable Attachment attachment,
            @Nullable List<Attachment> attachments) {}

    /**
     * Something attached.
     *
     * @param payload an address in most kinds
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Attachment(@Nullable String type, @Nullable JsonNode payload) {

        String kind() {
            return type == null ? "" : type;
        }

        String field(String name) {
            return payload == null ? "" : payload.path(name).asText("");
        }
    }
}
