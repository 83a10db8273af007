package ru.mcu.integration;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ru.mcu.integration.WebhookSettings.Subscriber;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** The way to one subscriber. A repeated event has the same delivery id, by which the subscriber knows it. */
final class WebhookChannel implements DeliveryChannel {

    private static final String PING = "ping";
    private static final long LONGEST_WAIT_SECONDS = 3600;

    private final String name;
    private final Subscriber subscriber;
    private final HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    WebhookChannel(String name, Subscriber subscriber, HttpClient client, Duration timeout, Clock clock) {
        this.name = name;
        this.subscriber = subscriber;
        this.client = client;
        this.timeout = timeout;
        this.clock = clock;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    @Override
    public String code() {
        return "webhook-" + name;
    }

    @Override
    public String title() {
        return "Вебхук: " + subscriber.title();
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        try {
            HttpResponse<Void> response = post(
                    String.valueOf(delivery.subject()), delivery.reference().toString(), delivery.body());
            return result(response);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new DeliveryResult.Temporary("Система не отвечает", null);
        } catch (IOException e) {
            return new DeliveryResult.Temporary("Связь с системой прервалась", null, true);
        }
    }

    /** The subscriber recognises the delivery id. */
    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        return deliver(delivery);
    }

    @Override
    public @Nullable String check() {
        try {
            int status = post(PING, PING, "{\"type\":\"ping\"}").statusCode();
            return status / 100 == 2 ? null : "Система ответила кодом " + status;
        } catch (IOException e) {
            return "Система не отвечает";
        }
    }

    private DeliveryResult result(HttpResponse<Void> response) {
        int status = response.statusCode();
        if (status / 100 == 2) {
            return new DeliveryResult.Delivered(null, null);
        }
        String reason = "Система ответила кодом " + status;
        boolean later = status / 100 == 5 || status == 408 || status == 425 || status == 429;
        return later
                ? new DeliveryResult.Temporary(reason, retryAfter(response).orElse(null))
                : new DeliveryResult.Permanent(reason);
    }

    private Optional<Instant> retryAfter(HttpResponse<Void> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,9}"))
                .map(value -> clock.instant().plusSeconds(Math.min(Long.parseLong(value), LONGEST_WAIT_SECONDS)));
    }

    private HttpResponse<Void> post(String event, String id, String body) throws IOException {
        long now = clock.instant().getEpochSecond();
        HttpRequest request = HttpRequest.newBuilder(subscriber.url())
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-MCU-Event", event)
                .header("X-MCU-Delivery", id)
                .header("X-MCU-Timestamp", String.valueOf(now))
                .header("X-MCU-Signature", Signature.of(subscriber.secret(), now, body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
