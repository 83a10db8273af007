package ru.mcu.channel.vk;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The city's community in ВКонтакте. Hearing needs {@code group}, {@code secret} and {@code confirmation}; answering
 * needs {@code group} and {@code token}.
 *
 * @param group number of the community, without a minus
 * @param token access key of the community with the rights to its wall and messages
 * @param secret the word that the Callback API sends with every event
 * @param confirmation the line that the Callback API asks for once
 * @param base address of the API; another one in tests and behind a proxy
 */
@ConfigurationProperties("mcu.channels.vk")
record VkSettings(
        @DefaultValue("0") long group,
        @DefaultValue("") String token,
        @DefaultValue("") String secret,
        @DefaultValue("") String confirmation,
        @DefaultValue("https://api.vk.com") URI base) {

    boolean hears() {
        return group > 0 && !secret.isBlank() && !confirmation.isBlank();
    }

    boolean speaks() {
        return group > 0 && !token.isBlank();
    }

    /** Without the secrets, since settings may reach a log. */
    @Override
    public String toString() {
        return "VkSettings[group=" + group + ", base=" + base + "]";
    }
}
