package ru.mcu.channel.telegram;

import org.jspecify.annotations.Nullable;
import ru.mcu.channel.telegram.TelegramUpdate.Chat;
import ru.mcu.channel.telegram.TelegramUpdate.User;

/** Addresses at which staff can look at a message; private chats and small groups have none. */
final class TelegramLinks {

    private static final String SUPERGROUP = "-100";

    private TelegramLinks() {}

    static @Nullable String message(Chat chat, long message) {
        if (chat.isPrivate()) {
            return null;
        }
        if (chat.username() != null) {
            return "https://t.me/" + chat.username() + "/" + message;
        }
        String id = Long.toString(chat.id());
        return id.startsWith(SUPERGROUP) && id.length() > SUPERGROUP.length()
                ? "https://t.me/c/" + id.substring(SUPERGROUP.length()) + "/" + message
                : null;
    }

    /** Holds the number, not the name: names change hands. */
    static String author(User author) {
        return "tg://user?id=" + author.id();
    }
}
