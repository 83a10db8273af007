package ru.mcu.channel.telegram;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.telegram.TelegramUpdate.Chat;
import ru.mcu.channel.telegram.TelegramUpdate.Message;

/**
 * Where an answer goes: {@code chat}, {@code chat:message} or {@code chat:message:topic}.
 *
 * @param message what it replies to
 * @param topic of a forum
 */
record TelegramThread(
        long chat, @Nullable Long message, @Nullable Long topic) {

    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,18})(?::(\\d{1,18}))?(?::(\\d{1,18}))?");

    static TelegramThread of(Chat chat, Message message) {
        return new TelegramThread(
                chat.id(), message.messageId(), message.isTopicMessage() ? message.messageThreadId() : null);
    }

    static @Nullable TelegramThread parse(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        return parts.matches()
                ? new TelegramThread(Long.parseLong(parts.group(1)), number(parts.group(2)), number(parts.group(3)))
                : null;
    }

    private static @Nullable Long number(@Nullable String digits) {
        return digits == null ? null : Long.valueOf(digits);
    }

    @Override
    public String toString() {
        return chat + (message == null ? "" : ":" + message) + (topic == null ? "" : ":" + topic);
    }
}
