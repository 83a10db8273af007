package ru.mcu.channel.vk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a dialogue with the community.
 *
 * @param id number among the community's messages; zero in chats
 * @param conversationMessageId number within the dialogue; missing before version 5.80
 * @param userId the author and the dialogue before version 5.80, like {@code body} for its text
 * @param out 1 when the community wrote it
 * @param date seconds since 1970, like {@code updateTime}
 * @param action what happened in a chat, when nobody wrote
 * @param payload what a pressed button carries
 * @param randomId the number we sent it with, for our own lines
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record VkMessage(
        long id,
        long conversationMessageId,
        long fromId,
        long userId,
        long peerId,
        int out,
        long date,
        long updateTime,
        @Nullable String text,
        @Nullable String body,
        @Nullable List<VkAttachment> attachments,
        @Nullable List<VkMessage> fwdMessages,
        @Nullable JsonNode geo,
        @Nullable JsonNode action,
        @Nullable String payload,
        long randomId) {

    long author() {
        return fromId == 0 ? userId : fromId;
    }

    long peer() {
        return peerId == 0 ? author() : peerId;
    }

    String words() {
        String written = text == null || text.isEmpty() ? body : text;
        return written == null ? "" : written;
    }
}
