package ru.mcu.channel.max;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's bot in MAX. Hearing needs {@code secret}, answering needs {@code token}.
 *
 * @param secret the word that MAX sends with every event
 * @param botName the bot's name without {@code @}, by which it is mentioned in chats
 * @param base address of the API; another one in tests and behind a proxy
 * @param caFile certificates (PEM) that are trusted besides the usual ones, such as those of Минцифры
 * @param timeout for a whole call
 */
@ConfigurationProperties("mcu.channels.max")
record MaxSettings(
        @DefaultValue("") String token,
        @DefaultValue("") String secret,
        @DefaultValue("") String botName,
        @DefaultValue("https://platform-api2.max.ru") URI base,
        @Nullable Path caFile,
        @DefaultValue("15s") Duration timeout) {

    boolean hears() {
        return !secret.isBlank();
    }

    boolean speaks() {
        return !token.isBlank();
    }

    /** Without the secrets, since settings may reach a log. */
    @Override
    public String toString() {
        return "MaxSettings[botName=" + botName + ", base=" + base + ", caFile=" + caFile + "]";
    }
}
