package ru.mcu.channel.ok;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes; kept with the message as its thread.
 *
 * @param user the citizen, so that his own words are never taken for our answer
 */
record OkThread(String chat, String user) {

    static final Pattern CHAT = Pattern.compile("chat:\\w{1,60}");
    private static final Pattern THREAD = Pattern.compile("(" + CHAT.pattern() + ") (user:\\d{1,30})");

    /** Null when the thread is not one of this channel's. */
    static @Nullable OkThread of(@Nullable String thread) {
        Matcher parts = THREAD.matcher(thread == null ? "" : thread);
        return parts.matches() ? new OkThread(parts.group(1), parts.group(2)) : null;
    }

    @Override
    public String toString() {
        return chat + " " + user;
    }
}
