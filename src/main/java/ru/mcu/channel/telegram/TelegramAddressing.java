package ru.mcu.channel.telegram;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.telegram.TelegramUpdate.Chat;
import ru.mcu.channel.telegram.TelegramUpdate.Entity;
import ru.mcu.channel.telegram.TelegramUpdate.Message;
import ru.mcu.channel.telegram.TelegramUpdate.User;

/**
 * Tells words meant for the city from people talking with each other: everything in a private chat, comments under the
 * channel's posts, replies to the bot and lines that name it.
 */
final class TelegramAddressing {

    private final TelegramSettings settings;

    TelegramAddressing(TelegramSettings settings) {
        this.settings = settings;
    }

    /** Why this is not a citizen's message to the city, in Russian; null when it is one. */
    @Nullable
    String objection(Chat chat, Message message) {
        if (message.isAutomaticForward()) {
            return "Запись самого канала";
        }
        if (chat.isChannel()) {
            return "Запись в канале";
        }
        if (message.senderChat() != null) {
            return "Пишет канал или анонимный администратор";
        }
        if (message.from() == null || message.from().isBot()) {
            return "Пишет бот";
        }
        return chat.isPrivate() || isComment(chat, message) || isReplyToBot(message) || mentionsBot(message)
                ? null
                : "Разговор в группе не с нами";
    }

    private boolean isComment(Chat chat, Message message) {
        Message repliedTo = message.replyToMessage();
        return (repliedTo != null && repliedTo.isAutomaticForward())
                || (settings.discussions().contains(chat.id())
                        && message.messageThreadId() != null
                        && !message.isTopicMessage());
    }

    private boolean isReplyToBot(Message message) {
        Message repliedTo = message.replyToMessage();
        // in a forum the first line of a topic "replies" to the wordless one that made the topic
        return repliedTo != null
                && repliedTo.from() != null
                && isBot(repliedTo.from())
                && !repliedTo.words().isEmpty();
    }

    private boolean mentionsBot(Message message) {
        return message.marks().stream()
                .anyMatch(mark -> (mark.user() != null && isBot(mark.user())) || namesBot(message.words(), mark));
    }

    private boolean isBot(User user) {
        return user.isBot()
                && (user.id() == settings.botId()
                        || (!settings.botName().isBlank() && settings.botName().equalsIgnoreCase(user.username())));
    }

    private boolean namesBot(String words, Entity mark) {
        int end = mark.offset() + mark.length();
        if (!("mention".equals(mark.type()) || "bot_command".equals(mark.type()))
                || settings.botName().isBlank()
                || mark.offset() < 0
                || mark.length() < 0
                || end > words.length()
                || end < mark.offset()) {
            return false;
        }
        String name = words.substring(mark.offset(), end).toLowerCase(Locale.ROOT);
        return name.endsWith("@" + settings.botName().toLowerCase(Locale.ROOT));
    }
}
