package ru.mcu.channel.max;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes: {@code chat:number} or {@code user:number}, then {@code :message}, where there is one.
 *
 * @param message what it replies to
 */
record MaxThread(
        @Nullable Long chat, @Nullable Long user, @Nullable String message) {

    private static final Pattern TEXT = Pattern.compile("(chat|user):(-?\\d{1,18})(?::([A-Za-z0-9_.-]{1,100}))?");

    static @Nullable MaxThread parse(@Nullable String text) {
        Matcher parts = TEXT.matcher(text == null ? "" : text);
        if (!parts.matches()) {
            return null;
        }
        Long number = Long.valueOf(parts.group(2));
        return parts.group(1).equals("chat")
                ? new MaxThread(number, null, parts.group(3))
                : new MaxThread(null, number, parts.group(3));
    }

    /** Who shares a pace. */
    String lane() {
        return chat != null ? "chat:" + chat : "user:" + user;
    }

    @Override
    public String toString() {
        return lane() + (message == null ? "" : ":" + message);
    }
}
