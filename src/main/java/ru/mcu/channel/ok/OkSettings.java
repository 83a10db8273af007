package ru.mcu.channel.ok;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's group in Одноклассники. Hearing needs {@code secret}, answering needs {@code token}.
 *
 * @param token access key of the group for its messages (Bot API)
 * @param secret the last part of the address that events are sent to; the channel signs nothing, so only the address
 *     tells its events from a stranger's. Letters, digits, hyphens; 32 or more
 * @param base address of the API; another one in tests and behind a proxy
 */
@ConfigurationProperties("mcu.channels.ok")
record OkSettings(
        @DefaultValue("") String token,
        @DefaultValue("") String secret,
        @DefaultValue("https://api.ok.ru") URI base) {

    boolean hears() {
        return !secret.isBlank();
    }

    boolean speaks() {
        return !token.isBlank();
    }

    /** Without the secrets, since settings may reach a log. */
    @Override
    public String toString() {
        return "OkSettings[base=" + base + "]";
    }
}
