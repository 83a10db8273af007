package ru.mcu.integration;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import ru.mcu.message.Milestone;

/**
 * Systems that are told, by a short name of each.
 *
 * @param timeout for one call
 */
@ConfigurationProperties("mcu.webhooks")
record WebhookSettings(
        @DefaultValue("10s") Duration timeout, @DefaultValue Map<String, Subscriber> subscribers) {

    private static final int SHORTEST_SECRET = 16;

    /**
     * @param url where events are posted
     * @param secret signs them; comes from the environment or a file, never from the repository
     * @param events what it is told of; everything when empty
     */
    record Subscriber(
            String title,
            URI url,
            String secret,
            @DefaultValue Set<Milestone> events) {

        Subscriber {
            Assert.isTrue(
                    url != null && String.valueOf(url.getScheme()).matches("https?"),
                    "Адрес вебхука должен начинаться с https:// или http://");
            Assert.isTrue(
                    secret != null && secret.length() >= SHORTEST_SECRET,
                    "Секрет вебхука должен быть не короче " + SHORTEST_SECRET + " знаков");
        }

        boolean wants(Milestone milestone) {
            return events.isEmpty() || events.contains(milestone);
        }
    }
}
