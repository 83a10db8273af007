package ru.mcu.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

@DisplayName("Вебхуки: подписанное событие другой системе")
class WebhookChannelTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String SECRET = "a-secret-of-the-test";

    private final List<Received> received = new ArrayList<>();
    private HttpServer server;
    private volatile int status = 204;

    private record Received(String event, String delivery, String timestamp, String signature, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("X-MCU-Event"),
                    headers.getFirst("X-MCU-Delivery"),
                    headers.getFirst("X-MCU-Timestamp"),
                    headers.getFirst("X-MCU-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    @DisplayName("получатель проверяет подпись по времени и телу")
    void theSubscriberCanProveWhoSentIt() throws Exception {
        Delivery delivery = delivery();

        assertThat(channel().deliver(delivery)).isInstanceOf(DeliveryResult.Delivered.class);

        Received event = received.get(0);
        assertThat(event.event()).isEqualTo("message.closed");
        assertThat(event.delivery()).isEqualTo(delivery.reference().toString());
        assertThat(event.timestamp()).isEqualTo(String.valueOf(NOW.getEpochSecond()));
        assertThat(event.body()).isEqualTo("{\"слово\":\"ё\"}");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((event.timestamp() + "." + event.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(event.signature()).isEqualTo("sha256=" + HexFormat.of().formatHex(expected));
    }

    @Test
    @DisplayName("повтор приходит под тем же номером доставки")
    void aRepetitionHasTheSameDeliveryId() {
        Delivery delivery = delivery();
        channel().deliver(delivery);
        channel().deliverAgain(delivery);

        assertThat(received)
                .extracting(Received::delivery)
                .containsOnly(delivery.reference().toString());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "200, Delivered",
        "202, Delivered",
        "302, Permanent",
        "400, Permanent",
        "401, Permanent",
        "404, Permanent",
        "410, Permanent",
        "408, Temporary",
        "429, Temporary",
        "500, Temporary",
        "503, Temporary"
    })
    @DisplayName("что значит ответ получателя")
    void whatTheAnswerMeans(int code, String kind) {
        status = code;

        DeliveryResult result = channel().deliver(delivery());

        assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
        if (result instanceof DeliveryResult.Temporary temporary) {
            assertThat(temporary.notBefore()).isEqualTo(NOW.plusSeconds(120));
        }
        assertThat(received).as("a redirect is not followed").hasSize(1);
    }

    @Test
    @DisplayName("получателя нет: попробуем позже, и проверка связи так и говорит")
    void nobodyIsThere() {
        DeliveryChannel channel = channel();
        server.stop(0);

        assertThat(channel.deliver(delivery())).isInstanceOf(DeliveryResult.Temporary.class);
        assertThat(channel.check()).isEqualTo("Система не отвечает");
    }

    @Test
    @DisplayName("проверка связи ничего не сообщает о сообщениях")
    void theTestButtonSendsAPing() {
        assertThat(channel().check()).isNull();
        assertThat(received.get(0).body()).isEqualTo("{\"type\":\"ping\"}");
        status = 500;
        assertThat(channel().check()).isEqualTo("Система ответила кодом 500");
    }

    @Test
    @DisplayName("короткий секрет и странный адрес не принимаются при запуске")
    void badSettingsAreRefused() {
        URI url = URI.create("https://example.org/");
        assertThatThrownBy(() -> new WebhookSettings.Subscriber("А", url, "short", Set.of()))
                .hasMessageContaining("не короче 16");
        assertThatThrownBy(() -> new WebhookSettings.Subscriber("А", URI.create("file:///etc"), SECRET, Set.of()))
                .hasMessageContaining("https://");
    }

    private DeliveryChannel channel() {
        URI url = URI.create("http://localhost:" + server.getAddress().getPort() + "/events");
        var subscriber = new WebhookSettings.Subscriber("Приёмник", url, SECRET, Set.of());
        var settings = new WebhookSettings(Duration.ofSeconds(5), Map.of("test", subscriber));
        return new Webhooks(settings, Clock.fixed(NOW, ZoneOffset.UTC))
                .channels()
                .get(0);
    }

    private static Delivery delivery() {
        UUID id = UUID.randomUUID();
        return new Delivery(
                id, "webhook-test", null, null, "message.closed", "{\"слово\":\"ё\"}", List.of(), "webhook-test-" + id);
    }
}
