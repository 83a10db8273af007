package ru.mcu.channel.max;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mcu.channel.Mischief;
import ru.mcu.platform.Channel;
import ru.mcu.platform.StartRefused;
import ru.mcu.platform.outbox.Choice;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryResult;

@DisplayName("МАХ: ответы")
class MaxChannelTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final String PASSWORD = "test-only";

    private final MaxServer server = new MaxServer();
    private final MaxChannel channel = channel(settings(server.base(), MaxServer.TOKEN, null));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("ответ уходит как ответ на само сообщение жителя")
    void answersTheCitizensOwnMessage() {
        assertThat(channel.deliver(delivery("chat:5:mid.1", "Здравствуйте! Яму заделали.")))
                .isEqualTo(new DeliveryResult.Delivered(null, "mid.bot.0"));

        MaxServer.Accepted taken = server.accepted().get(0);
        assertThat(taken.text()).isEqualTo("Здравствуйте! Яму заделали.");
        assertThat(taken.chat()).isEqualTo("5");
        assertThat(taken.body().path("link").toString()).isEqualTo("{\"type\":\"reply\",\"mid\":\"mid.1\"}");
        assertThat(channel.lane(delivery("chat:5:mid.1", ""))).isEqualTo("chat:5");
    }

    @Test
    @DisplayName("под приглашением оценить – пять кнопок")
    void anInvitationHasFiveButtons() {
        channel.deliver(delivery("chat:5:mid.1", "Оцените ответ")
                .with(IntStream.rangeClosed(1, 5)
                        .mapToObj(mark -> new Choice(String.valueOf(mark), "mark:token:" + mark))
                        .toList()));

        var keyboard = server.accepted().get(0).body().at("/attachments/0");
        assertThat(keyboard.path("type").asText()).isEqualTo("inline_keyboard");
        assertThat(keyboard.at("/payload/buttons/0")).hasSize(5);
        assertThat(keyboard.at("/payload/buttons/0/4").toString())
                .isEqualTo("{\"type\":\"callback\",\"payload\":\"mark:token:5\",\"text\":\"5\"}");
    }

    @Test
    @DisplayName("каждый отказ понят: подождать, решать человеку или чинить канал")
    void refusalsAreUnderstood() {
        server.refuse(429, "{\"code\":\"too.many.requests\",\"message\":\"wait\"}", Map.of("Retry-After", "30"));
        assertThat(temporary(send()).notBefore()).isEqualTo(CLOCK.instant().plusSeconds(30));
        server.refuse(403, "{\"code\":\"chat.denied\",\"message\":\"x\"}", Map.of());
        assertThat(permanent(send())).contains("остановил бота");
        server.refuse(404, "{\"code\":\"chat.not.found\",\"message\":\"x\"}", Map.of());
        assertThat(permanent(send())).contains("не знает этого чата");
        server.refuse(400, "{\"code\":\"proto.payload\",\"message\":\"Ответ Анне\"}", Map.of());
        assertThat(permanent(send())).contains("proto.payload").doesNotContain("Анне");
        server.refuse(503, "{\"code\":\"service.unavailable\",\"message\":\"x\"}", Map.of());
        assertThat(temporary(send()).maybeArrived()).isFalse();
        server.refuse(502, "<html>Bad gateway</html>", Map.of());
        assertThat(temporary(send()).maybeArrived()).isTrue();
        assertThat(permanent(channel.deliver(delivery("chat:5:mid.1", "я".repeat(4001)))))
                .contains("4000");
        assertThat(permanent(channel.deliver(delivery("5:1", "Ответ")))).contains("в какой чат");
        MaxChannel stranger = channel(settings(server.base(), "wrong", null));
        assertThat(temporary(stranger.deliver(delivery("chat:5:mid.1", "Ответ")))
                        .reason())
                .isEqualTo(MaxRefusals.BAD_TOKEN);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    @DisplayName("что могло дойти, сначала ищут в чате и второй раз не посылают")
    void looksBeforeSendingAgain() {
        server.write(5, "mid.1", "Яма");
        server.mischief(() -> Mischief.Act.CUT_AFTER_ACCEPT);
        assertThat(temporary(send()).maybeArrived()).isTrue();
        server.mischief(() -> Mischief.Act.SLOW_AFTER_ACCEPT);
        assertThat(temporary(channel.deliver(delivery("chat:6:mid.2", "Ответ"))).maybeArrived())
                .isTrue();
        server.mischief(Mischief.none());

        assertThat(channel.deliverAgain(delivery("chat:5:mid.1", "Ответ")))
                .isEqualTo(new DeliveryResult.Delivered(null, "mid.bot.0"));
        assertThat(channel.deliverAgain(delivery("chat:6:mid.2", "Ответ")))
                .isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(server.accepted()).hasSize(2);
    }

    @Test
    @DisplayName("чего в чате нет, посылают снова")
    void sendsAgainWhatIsNotThere() {
        server.write(5, "mid.1", "Яма");
        server.mischief(() -> Mischief.Act.CUT_BEFORE);
        assertThat(temporary(send()).maybeArrived()).isTrue();
        server.mischief(Mischief.none());
        channel.deliver(delivery("chat:5:mid.0", "Ответ"));

        assertThat(channel.deliverAgain(delivery("chat:5:mid.1", "Ответ")))
                .isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(server.accepted()).hasSize(2);
    }

    @Test
    @DisplayName("если увиденного мало, решает человек")
    void leavesItToAPersonWhenItCannotSeeEnough() {
        server.write(5, "mid.1", "Яма");
        for (int i = 0; i < 100; i++) {
            server.write(5, "mid.other." + i, "Разговор");
        }
        assertThat(permanent(channel.deliverAgain(delivery("chat:5:mid.1", "Ответ"))))
                .contains("Неизвестно, дошёл ли");
        assertThat(permanent(channel.deliverAgain(delivery("user:5:mid.1", "Ответ"))))
                .contains("Неизвестно, дошёл ли");
        server.refuse(500, "{}", Map.of());
        assertThat(temporary(channel.deliverAgain(delivery("chat:5:mid.1", "Ответ")))
                        .maybeArrived())
                .isTrue();
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    @DisplayName("сервера нет – точно не дошло; проверка говорит, что не так")
    void theCheckSaysWhatIsWrong() {
        assertThat(channel.check()).isNull();
        server.unsubscribe();
        assertThat(channel.check()).contains("/subscriptions");
        assertThat(channel(settings(server.base(), "wrong", null)).check()).isEqualTo(MaxRefusals.BAD_TOKEN);
        server.close();
        assertThat(channel.check()).isEqualTo(MaxRefusals.SILENT);
        assertThat(temporary(send()).maybeArrived()).isFalse();
        assertThat(settings(server.base(), MaxServer.TOKEN, null).toString())
                .doesNotContain(MaxServer.TOKEN)
                .doesNotContain("hook-secret");
    }

    @Test
    @DisplayName("видео находят по его ключу, остальное лежит по своему адресу")
    void findsFiles() throws IOException {
        MaxFileSource files = new MaxFileSource(new MaxClient(settings(server.base(), MaxServer.TOKEN, null)));

        assertThat(files.address("video:abc")).isEqualTo(URI.create("https://video.example/480.mp4"));
        assertThat(files.address("https://i.example/1.jpg")).isEqualTo(URI.create("https://i.example/1.jpg"));
        server.refuse(404, "{}", Map.of());
        assertThatThrownBy(() -> files.address("video:abc")).isInstanceOf(IOException.class);
    }

    @Test
    @DisplayName("сертификат своего удостоверяющего центра принимается только с файлом сертификатов")
    void trustsTheAuthoritiesOfTheFile(@TempDir Path folder) throws Exception {
        Path pem = folder.resolve("ca.pem");
        try (MaxServer secure = new MaxServer(ownAuthority(folder, pem))) {
            MaxChannel trusting = channel(settings(secure.base(), MaxServer.TOKEN, pem));
            MaxChannel strict = channel(settings(secure.base(), MaxServer.TOKEN, null));

            assertThat(strict.check()).isEqualTo(MaxRefusals.NOT_TRUSTED);
            assertThat(temporary(strict.deliver(delivery("chat:5:mid.1", "Ответ"))))
                    .isEqualTo(new DeliveryResult.Temporary(MaxRefusals.NOT_TRUSTED, null, false));
            assertThat(trusting.check()).isNull();
            assertThat(trusting.deliver(delivery("chat:5:mid.1", "Ответ")))
                    .isInstanceOf(DeliveryResult.Delivered.class);
        }
    }

    @Test
    @DisplayName("без файла сертификатов, который назван, приложение не начинает работу и говорит почему")
    void aMissingFileOfAuthoritiesStopsTheStart(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        for (Path wrong : List.of(folder.resolve("none.pem"), empty)) {
            assertThatThrownBy(() -> channel(settings(server.base(), MaxServer.TOKEN, wrong)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining(wrong.toString());
        }
    }

    private SSLContext ownAuthority(Path folder, Path pem) throws Exception {
        Path store = folder.resolve("store.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "max",
                "-keyalg",
                "EC",
                "-dname",
                "CN=max",
                "-ext",
                "san=ip:127.0.0.1",
                "-ext",
                "bc:critical=ca:true",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "max",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                pem.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            keys.load(file, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private DeliveryResult send() {
        return channel.deliver(delivery("chat:5:mid.1", "Ответ"));
    }

    private static MaxSettings settings(URI base, String token, @Nullable Path ca) {
        return new MaxSettings(token, "hook-secret", MaxServer.BOT, base, ca, Duration.ofMillis(900));
    }

    private static MaxChannel channel(MaxSettings settings) {
        return new MaxChannel(settings, new MaxClient(settings), CLOCK);
    }

    private static Delivery delivery(String thread, String body) {
        return new Delivery(UUID.randomUUID(), Channel.MAX, null, thread, null, body, "key");
    }

    private static String permanent(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Permanent.class);
        return ((DeliveryResult.Permanent) result).reason();
    }

    private static DeliveryResult.Temporary temporary(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Temporary.class);
        return (DeliveryResult.Temporary) result;
    }
}
