package ru.mcu.channel.telegram;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An update of the Bot API, as far as it concerns us; every part may be missing in what strangers make up. */
record TelegramUpdate(
        long updateId,
        @Nullable Message message,
        @Nullable Message editedMessage,
        @Nullable Press callbackQuery) {

    static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** A line in a chat. */
    record Message(
            long messageId,
            @Nullable Long messageThreadId,
            boolean isTopicMessage,
            @Nullable User from,
            @Nullable Chat senderChat,
            long date,
            @Nullable Long editDate,
            @Nullable Chat chat,
            boolean isAutomaticForward,
            @Nullable Message replyToMessage,
            @Nullable String mediaGroupId,
            @Nullable String text,
            @Nullable List<Entity> entities,
            @Nullable String caption,
            @Nullable List<Entity> captionEntities,
            @Nullable List<File> photo,
            @Nullable File video,
            @Nullable File videoNote,
            @Nullable File voice,
            @Nullable File audio,
            @Nullable File document,
            @Nullable Location location,
            @Nullable Venue venue,
            @Nullable Contact contact) {

        String words() {
            String words = text == null ? caption : text;
            return words == null ? "" : words;
        }

        List<Entity> marks() {
            List<Entity> marks = text == null ? captionEntities : entities;
            return marks == null ? List.of() : marks;
        }
    }

    /** Who wrote. */
    record User(
            long id,
            boolean isBot,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String username) {

        @Nullable
        String name() {
            String name = ((firstName == null ? "" : firstName) + " " + (lastName == null ? "" : lastName)).strip();
            return name.isEmpty() ? username : name;
        }
    }

    /** Where it was written. */
    record Chat(long id, @Nullable String type, @Nullable String username) {

        boolean isPrivate() {
            return "private".equals(type);
        }

        boolean isChannel() {
            return "channel".equals(type);
        }
    }

    /** A part of the text with a meaning. */
    record Entity(
            @Nullable String type,
            int offset,
            int length,
            @Nullable User user) {}

    /** A file or one size of a picture. */
    record File(
            @Nullable String fileId,
            @Nullable String fileUniqueId,
            @Nullable String fileName,
            @Nullable Long fileSize,
            int width,
            int height) {}

    /** A point on the map. */
    record Location(double latitude, double longitude) {}

    /** A place with a name. */
    record Venue(
            @Nullable Location location,
            @Nullable String title,
            @Nullable String address) {}

    /** A phone number that the author shared. */
    record Contact(
            @Nullable String phoneNumber,
            @Nullable String firstName,
            @Nullable String lastName) {}

    /** A button that was pressed. */
    record Press(
            @Nullable String id,
            @Nullable User from,
            @Nullable Message message,
            @Nullable String data) {}
}
