package ru.mcu.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.channel.HttpCallsForTests;
import ru.mcu.channel.Mischief;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Choice;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryResult;

@DisplayName("Телеграм: ответы")
class TelegramChannelTests {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final String UNKNOWN =
            "Неизвестно, дошёл ли ответ: посмотрите в канале, прежде чем публиковать вручную";

    private final TelegramServer server = new TelegramServer();
    private final TelegramChannel channel = channel(server.base(), TelegramServer.TOKEN);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    @DisplayName("ответ уходит как ответ на само сообщение жителя, в его теме")
    void answersTheCitizensOwnMessage() {
        DeliveryResult result = channel.deliver(delivery("-1001585724529:55:7", "Здравствуйте! Яму заделали."));

        assertThat(result)
                .isEqualTo(new DeliveryResult.Delivered("https://t.me/c/1585724529/1000", "-1001585724529:1000"));
        TelegramServer.Accepted taken = server.accepted().get(0);
        assertThat(taken.text()).isEqualTo("Здравствуйте! Яму заделали.");
        assertThat(taken.call().at("/reply_parameters/message_id").asLong()).isEqualTo(55);
        assertThat(taken.call()
                        .at("/reply_parameters/allow_sending_without_reply")
                        .asBoolean())
                .isTrue();
        assertThat(taken.call().path("message_thread_id").asLong()).isEqualTo(7);
        assertThat(channel.lane(delivery("-1001585724529:55:7", ""))).isEqualTo("-1001585724529");
    }

    @Test
    @DisplayName("под приглашением оценить – пять кнопок")
    void anInvitationHasFiveButtons() {
        channel.deliver(delivery("42:1", "Оцените ответ")
                .with(IntStream.rangeClosed(1, 5)
                        .mapToObj(mark -> new Choice(String.valueOf(mark), "mark:token:" + mark))
                        .toList()));

        var buttons = server.accepted().get(0).call().at("/reply_markup/inline_keyboard/0");
        assertThat(buttons).hasSize(5);
        assertThat(buttons.get(4).path("callback_data").asText()).isEqualTo("mark:token:5");
    }

    @Test
    @DisplayName("«пишите реже» – ждём столько, сколько просит Телеграм")
    void waitsAsLongAsTelegramAsks() throws IOException {
        Path stored = Path.of("../shared/data/payloads/telegram/responses/error_429_retry_after.json");
        Assumptions.assumeTrue(Files.exists(stored), "нет примеров ответов Телеграма");
        var parameters = TelegramUpdate.JSON.readTree(stored.toFile()).path("parameters");
        server.refuse(429, "Too Many Requests: retry after 30", Map.of("retry_after", parameters.path("retry_after")));

        assertThat(channel.deliver(delivery("42:1", "Ответ")))
                .isEqualTo(new DeliveryResult.Temporary(
                        "Телеграм просит писать реже", CLOCK.instant().plusSeconds(30), false));
    }

    @Test
    @DisplayName("группа стала супергруппой – ответ уходит по новому номеру")
    void followsAGroupThatMoved() {
        server.move(-123, -1009999);

        assertThat(channel.deliver(delivery("-123:5", "Ответ"))).isInstanceOf(DeliveryResult.Delivered.class);
        assertThat(server.accepted()).singleElement().satisfies(taken -> {
            assertThat(taken.chat()).isEqualTo(-1009999);
            assertThat(taken.call().has("reply_parameters")).isFalse();
        });
    }

    @Test
    @DisplayName("окончательные отказы говорят, что делать")
    void permanentRefusalsSayWhatToDo() {
        server.block(42);
        assertThat(reason(channel.deliver(delivery("42:1", "Ответ")))).contains("заблокировал");
        server.refuse(400, "Bad Request: chat not found", Map.of());
        assertThat(reason(channel.deliver(delivery("43:1", "Ответ")))).contains("не знает этого чата");
        server.refuse(400, "Bad Request: message thread not found", Map.of());
        assertThat(reason(channel.deliver(delivery("43:1:9", "Ответ")))).contains("Тема");
        server.refuse(400, "Bad Request: something new", Map.of());
        assertThat(reason(channel.deliver(delivery("43:1", "Ответ")))).contains("something new");
        assertThat(reason(channel.deliver(delivery("43:1", "я".repeat(4097))))).contains("4096");
        assertThat(reason(channel.deliver(delivery(null, "Ответ")))).contains("Неизвестно, в какой чат");
        assertThat(reason(channel.deliver(delivery("'; drop", "Ответ")))).contains("Неизвестно, в какой чат");
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    @DisplayName("ошибка сервера – позже, и точно не дошло; обрыв – неизвестно, дошло ли")
    void tellsAFailureFromAnUnknownEnd() {
        server.mischief(() -> Mischief.Act.ERROR);
        assertThat(temporary(channel.deliver(delivery("42:1", "Ответ"))).maybeArrived())
                .isFalse();
        server.mischief(() -> Mischief.Act.CUT_BEFORE);
        assertThat(temporary(channel.deliver(delivery("42:1", "Ответ"))).maybeArrived())
                .isTrue();
        server.mischief(() -> Mischief.Act.CUT_AFTER_ACCEPT);
        assertThat(temporary(channel.deliver(delivery("42:1", "Ответ"))).maybeArrived())
                .isTrue();
        server.mischief(() -> Mischief.Act.SLOW_AFTER_ACCEPT);
        assertThat(temporary(channel.deliver(delivery("42:1", "Ответ"))).maybeArrived())
                .isTrue();
        server.close();
        assertThat(temporary(channel.deliver(delivery("42:1", "Ответ"))).maybeArrived())
                .isFalse();
    }

    @Test
    @DisplayName("после неизвестного исхода решает человек: второй раз ответ не уходит")
    void neverSendsWhatMayBeThere() {
        assertThat(reason(channel.deliverAgain(delivery("42:1", "Ответ")))).isEqualTo(UNKNOWN);
        assertThat(server.accepted()).isEmpty();
    }

    @Test
    @DisplayName("чужой токен – сбой канала, а не этого ответа")
    void aWrongTokenIsTheChannelsFailure() {
        TelegramChannel stranger = channel(server.base(), "1:wrong");

        assertThat(temporary(stranger.deliver(delivery("42:1", "Ответ"))).reason())
                .isEqualTo(TelegramRefusals.BAD_TOKEN);
        assertThat(stranger.check()).isEqualTo(TelegramRefusals.BAD_TOKEN);
        assertThat(channel(server.base(), "").connected()).isFalse();
    }

    @Test
    @DisplayName("проверка говорит, что настроено не так")
    void theCheckSaysWhatIsWrong() {
        assertThat(channel.check()).contains("setWebhook");
        server.webhook("https://mcu.example/hooks/telegram");
        assertThat(channel.check()).isNull();
        assertThat(new TelegramChannel(
                                settings(server.base(), TelegramServer.TOKEN, "other_bot"),
                                client(settings(server.base(), TelegramServer.TOKEN, "other_bot")),
                                CLOCK)
                        .check())
                .contains(TelegramServer.BOT);
        server.close();
        assertThat(channel.check()).contains("не отвечает");
    }

    @Test
    @DisplayName("адрес файла спрашивают у Телеграма; отказ не выдаёт токена")
    void findsFiles() throws IOException {
        TelegramFileSource files =
                new TelegramFileSource(client(settings(server.base(), TelegramServer.TOKEN, TelegramServer.BOT)));

        assertThat(files.address("AgACAgQ"))
                .isEqualTo(URI.create(server.base() + "/file/bot" + TelegramServer.TOKEN + "/photos/file_1.jpg"));
        assertThatThrownBy(() -> files.address("big"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("20 МБ")
                .hasMessageNotContaining(TelegramServer.TOKEN);
        assertThat(settings(server.base(), TelegramServer.TOKEN, "b").toString())
                .doesNotContain(TelegramServer.TOKEN)
                .doesNotContain("hook-secret");
    }

    static TelegramSettings settings(URI base, String token, String name) {
        return new TelegramSettings(
                token, TelegramSettings.Mode.WEBHOOK, "hook-secret", name, Set.of(), base, Duration.ofSeconds(1));
    }

    static TelegramClient client(TelegramSettings settings) {
        return new TelegramClient(settings, HttpCallsForTests.with(Duration.ofMillis(700)), CLOCK);
    }

    private static TelegramChannel channel(URI base, String token) {
        TelegramSettings settings = settings(base, token, TelegramServer.BOT);
        return new TelegramChannel(settings, client(settings), CLOCK);
    }

    private static Delivery delivery(@Nullable String thread, String body) {
        return new Delivery(UUID.randomUUID(), Channel.TELEGRAM, null, thread, null, body, "key").with(List.of());
    }

    private static String reason(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Permanent.class);
        return ((DeliveryResult.Permanent) result).reason();
    }

    private static DeliveryResult.Temporary temporary(DeliveryResult result) {
        assertThat(result).isInstanceOf(DeliveryResult.Temporary.class);
        return (DeliveryResult.Temporary) result;
    }
}
