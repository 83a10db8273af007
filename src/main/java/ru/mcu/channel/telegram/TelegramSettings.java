package ru.mcu.channel.telegram;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's bot in Telegram.
 *
 * @param token from BotFather; needed to answer and to poll
 * @param mode how the bot hears
 * @param secret the word that Telegram sends with every event of a webhook
 * @param botName the bot's name without {@code @}, by which it is mentioned in groups
 * @param discussions numbers of groups in which everything under a post is a citizen's comment, replies to other
 *     citizens as well
 * @param base address of the API; another one in tests and behind a proxy
 * @param pollTimeout how long Telegram holds a poll open when there is nothing new
 */
@ConfigurationProperties("mcu.channels.telegram")
record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("off") Mode mode,
        @DefaultValue("") String secret,
        @DefaultValue("") String botName,
        @DefaultValue Set<Long> discussions,
        @DefaultValue("https://api.telegram.org") URI base,
        @DefaultValue("25s") Duration pollTimeout) {

    /** How updates come. */
    enum Mode {
        OFF,
        WEBHOOK,
        POLLING
    }

    boolean hears() {
        return mode == Mode.WEBHOOK && !secret.isBlank();
    }

    boolean polls() {
        return mode == Mode.POLLING && speaks();
    }

    boolean speaks() {
        return !token.isBlank();
    }

    /** The number of the bot, which its token begins with; 0 without a token. */
    long botId() {
        int colon = token.indexOf(':');
        return colon > 0 && token.substring(0, colon).matches("\\d{1,18}")
                ? Long.parseLong(token.substring(0, colon))
                : 0;
    }

    /** Without the secrets, since settings may reach a log. */
    @Override
    public String toString() {
        return "TelegramSettings[mode=" + mode + ", botName=" + botName + ", base=" + base + "]";
    }
}
