package ru.mcu.integration;

import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import ru.mcu.platform.outbox.ConfiguredChannels;
import ru.mcu.platform.outbox.DeliveryChannel;

/** All subscribers that the settings name; each is a way out of its own, so that a dead one holds up nobody. */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class Webhooks implements ConfiguredChannels {

    private final List<WebhookChannel> channels;

    Webhooks(WebhookSettings settings, Clock clock) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        channels = settings.subscribers().entrySet().stream()
                .map(named -> new WebhookChannel(named.getKey(), named.getValue(), client, settings.timeout(), clock))
                .toList();
    }

    List<WebhookChannel> all() {
        return channels;
    }

    @Override
    public List<DeliveryChannel> channels() {
        return List.copyOf(channels);
    }
}
