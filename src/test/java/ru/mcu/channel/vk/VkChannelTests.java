package ru.mcu.channel.vk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import ru.mcu.channel.HttpCallsForTests;
import ru.mcu.channel.Mischief;
import ru.mcu.channel.Mischief.Act;
import ru.mcu.channel.MischievousServer.Reply;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Choice;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryResult;
import ru.mcu.platform.outbox.DeliveryResult.Delivered;
import ru.mcu.platform.outbox.DeliveryResult.Permanent;
import ru.mcu.platform.outbox.DeliveryResult.Temporary;

@DisplayName("ВКонтакте: ответы")
class VkChannelTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String TOKEN = "vk1.a.secret";
    private static final String COMMENT = "wall:-456_7_13";
    private static final String DIALOGUE = "peer:777";

    private final VkServer server = new VkServer(TOKEN, 456);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("ответ появляется под тем самым комментарием, от имени сообщества, со ссылкой")
    void anAnswerIsAReplyToTheVeryComment() {
        DeliveryResult result =
                channel().deliver(answer(COMMENT, "Яму на ул. Ленина, 5 заделали & проверили + убрали"));
        assertThat(result).isEqualTo(new Delivered("https://vk.com/wall-456_7?reply=9090&thread=13", "9090"));
        assertThat(server.accepted()).singleElement().satisfies(it -> {
            assertThat(it.thread()).isEqualTo(COMMENT);
            assertThat(it.text()).isEqualTo("Яму на ул. Ленина, 5 заделали & проверили + убрали");
        });
        assertThat(server.calls().get(0)).containsEntry("from_group", "456");
        assertThat(server.addresses())
                .allSatisfy(it -> assertThat(it.toString()).doesNotContain("secret"));
    }

    @Test
    @DisplayName("ответ на комментарий внутри ветки – в той же ветке")
    void anAnswerWithinAThread() {
        assertThat(channel().deliver(answer("wall:-456_7_15:13", "Ответ")))
                .isEqualTo(new Delivered("https://vk.com/wall-456_7?reply=9090&thread=13", "9090"));
        assertThat(server.accepted().get(0).thread()).isEqualTo("wall:-456_7_15");
    }

    @Test
    @DisplayName("ответ в диалог уходит собеседнику")
    void anAnswerGoesIntoTheDialogue() {
        assertThat(channel().deliver(answer(DIALOGUE, "Ответ")))
                .isEqualTo(new Delivered("https://vk.com/gim456?sel=777", "9090"));
        assertThat(server.accepted().get(0).thread()).isEqualTo(DIALOGUE);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {COMMENT, DIALOGUE})
    @DisplayName("повтор с тем же ключом второго ответа не создаёт, другой ключ создаёт")
    void repeatingCreatesNothing(String thread) {
        VkChannel channel = channel();
        Delivery answer = answer(thread, "Ответ");
        DeliveryResult first = channel.deliver(answer);
        assertThat(channel.deliver(answer)).isEqualTo(first);
        assertThat(channel.deliverAgain(answer)).isEqualTo(first);
        assertThat(server.accepted()).hasSize(1);
        channel.deliver(answer(thread, "Ответ"));
        assertThat(server.accepted()).hasSize(2);
    }

    @Test
    @DisplayName("через час ВКонтакте забывает random_id, но повтор всё равно не создаёт второго сообщения")
    void aDialogueIsReadBeforeAnotherAttempt() {
        VkChannel channel = channel();
        Delivery answer = answer(DIALOGUE, "Ответ");
        DeliveryResult first = channel.deliver(answer);
        server.forgetRandomIds();
        assertThat(channel.deliverAgain(answer)).isEqualTo(first);
        assertThat(server.accepted()).hasSize(1);
    }

    @Test
    @DisplayName("если переписку прочитать не дали, повтор не отправляется наугад")
    void nothingIsSentBlindly() {
        server.next(VkServer.refusal(10));
        assertThat(channel().deliverAgain(answer(DIALOGUE, "Ответ")))
                .isInstanceOfSatisfying(
                        Temporary.class, it -> assertThat(it.maybeArrived()).isTrue());
        server.next(VkServer.refusal(15));
        assertThat(channel().deliverAgain(answer(DIALOGUE, "Ответ")))
                .isInstanceOfSatisfying(
                        Permanent.class, it -> assertThat(it.reason()).startsWith("Неизвестно, дошёл ли ответ"));
        assertThat(server.accepted()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "14, код с картинки",
        "15, не пускает",
        "18, удалена или заблокирована",
        "19, заблокирована ВКонтакте",
        "100, комментария уже нет",
        "113, не знает этого автора",
        "212, Комментарии к записи закрыты",
        "213, настройки комментариев",
        "222, Уберите ссылки",
        "900, чёрном списке",
        "901, не разрешил",
        "902, приватности",
        "914, слишком длинный",
        "917, нет доступа к этой беседе",
        "922, вышло из этой беседы",
        "927, больше нет",
        "932, нельзя писать",
        "945, отключена",
        "950, прошёл"
    })
    @DisplayName("окончательный отказ: сотрудник узнаёт по-русски, что делать")
    void refusalsForGoodTellStaffWhatToDo(int code, String words) {
        server.next(VkServer.refusal(code));
        assertThat(channel().deliver(answer(COMMENT, "Ответ")))
                .isInstanceOfSatisfying(
                        Permanent.class,
                        it -> assertThat(it.reason()).contains(words).doesNotContain(String.valueOf(code)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"6, PT1S", "9, PT10M", "29, PT1H", "223, PT1H", "5, PT10M", "27, PT10M", "28, PT10M", "7, PT10M"})
    @DisplayName("временный отказ: повтор не раньше разумного срока")
    void someRefusalsWait(int code, Duration wait) {
        server.next(VkServer.refusal(code));
        assertThat(channel().deliver(answer(COMMENT, "Ответ"))).isInstanceOfSatisfying(Temporary.class, it -> {
            assertThat(it.notBefore()).isEqualTo(NOW.plus(wait));
            assertThat(it.maybeArrived()).isFalse();
        });
    }

    @Test
    @DisplayName("неизвестный код и каждый код официального списка дают понятный результат")
    void everyOfficialCodeHasAnOutcome() throws IOException {
        List<Integer> codes = VkPayloads.JSON
                .readTree(VkPayloads.read("responses/all_error_codes_from_official_schema.json"))
                .findValues("code")
                .stream()
                .map(it -> it.asInt())
                .toList();
        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(codes)
                .allSatisfy(code -> assertThat(VkRefusals.result(code, NOW)).isNotNull());
        assertThat(VkRefusals.result(123456, NOW)).isInstanceOf(Temporary.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"error_014_captcha_captured_2024", "error_014_captcha_redirect_uri_form", "error_222_hyperlinks"
            })
    @DisplayName("записанные отказы ВКонтакте понимаются")
    void capturedRefusalsAreUnderstood(String file) {
        server.next(new Reply(200, new String(VkPayloads.read("responses/" + file + ".json"), StandardCharsets.UTF_8)));
        assertThat(channel().deliver(answer(COMMENT, "Ответ"))).isInstanceOf(Permanent.class);
    }

    @Test
    @DisplayName("записанные удачные ответы понимаются")
    void capturedSuccessesAreUnderstood() {
        server.next(
                new Reply(
                        200,
                        new String(VkPayloads.read("responses/wall.createComment.ok.json"), StandardCharsets.UTF_8)),
                new Reply(200, new String(VkPayloads.read("responses/messages.send.ok.json"), StandardCharsets.UTF_8)));
        assertThat(channel().deliver(answer(COMMENT, "Ответ")))
                .isInstanceOfSatisfying(
                        Delivered.class, it -> assertThat(it.externalId()).isEqualTo("9090"));
        assertThat(channel().deliver(answer(DIALOGUE, "Ответ")))
                .isInstanceOfSatisfying(
                        Delivered.class, it -> assertThat(it.externalId()).isEqualTo("55501"));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "500| {}",
                "502| <html>Bad gateway",
                "200| not json",
                "200| ''",
                "200| {}",
                "200| {\"response\":{}}"
            },
            delimiter = '|')
    @DisplayName("поломка на стороне ВКонтакте временна, а текст мог дойти")
    void breakdownsAreTemporary(int status, String body) {
        server.next(new Reply(status, body));
        assertThat(channel().deliver(answer(COMMENT, "Ответ")))
                .isInstanceOfSatisfying(
                        Temporary.class, it -> assertThat(it.maybeArrived()).isTrue());
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("после любого сбоя связи повтор доставляет ответ ровно один раз")
    void afterAnyMischiefTheAnswerArrivesOnce(Act act) {
        VkChannel channel = channel();
        for (String thread : List.of(COMMENT, DIALOGUE)) {
            Delivery answer = answer(thread, "Ответ");
            Iterator<Act> acts = Arrays.asList(act, Act.NONE, Act.NONE).iterator();
            server.mischief(acts::next);
            assertThat(channel.deliver(answer))
                    .isInstanceOfSatisfying(
                            Temporary.class, it -> assertThat(it.maybeArrived()).isTrue());
            server.mischief(Mischief.none());
            assertThat(channel.deliverAgain(answer)).isInstanceOf(Delivered.class);
        }
        assertThat(server.accepted()).hasSize(2);
    }

    @Test
    @DisplayName("когда сервера нет, ясно, что текст не дошёл")
    void whereNobodyListensNothingArrived() {
        server.close();
        assertThat(channel().deliver(answer(COMMENT, "Ответ")))
                .isInstanceOfSatisfying(
                        Temporary.class, it -> assertThat(it.maybeArrived()).isFalse());
    }

    @Test
    @DisplayName("оценки опроса – кнопки в диалоге; где кнопок нельзя, уходит один текст")
    void marksAreButtons() throws IOException {
        List<Choice> marks = IntStream.rangeClosed(1, 5)
                .mapToObj(it -> new Choice(String.valueOf(it), "mark:token:" + it))
                .toList();
        channel().deliver(answer(DIALOGUE, "Оцените").with(marks));
        String keyboard = server.calls().get(0).get("keyboard");
        assertThat(VkPayloads.JSON
                        .readTree(keyboard)
                        .at("/buttons/0/4/action/payload")
                        .asText())
                .isEqualTo("{\"mark\":\"mark:token:5\"}");

        server.next(VkServer.refusal(912));
        assertThat(channel().deliver(answer(DIALOGUE, "Оцените ещё раз").with(marks)))
                .isInstanceOf(Delivered.class);
        assertThat(server.calls().get(1)).doesNotContainKey("keyboard");
    }

    @Test
    @DisplayName("непонятная ветка – дело сотрудника")
    void anUnknownThreadIsForAPerson() {
        assertThat(channel().deliver(answer("https://vk.com/wall-1_2", "Ответ")))
                .isInstanceOf(Permanent.class);
        assertThat(channel().deliverAgain(answer(null, "Ответ"))).isInstanceOf(Permanent.class);
    }

    @Test
    @DisplayName("проверка говорит, что не так")
    void theTestButtonSaysWhatIsWrong() {
        assertThat(channel().check()).isNull();
        assertThat(channel(settings("another", 456)).check()).contains("ключ доступа");
        assertThat(channel(settings(TOKEN, 457)).check()).contains("457");
        server.next(new Reply(503, ""));
        assertThat(channel().check()).isEqualTo("ВКонтакте не отвечает");
    }

    @Test
    @DisplayName("без ключа или номера сообщества канал не подключён; настройки не выдают секретов")
    void withoutATokenThereIsNoWayOut() {
        assertThat(channel().connected()).isTrue();
        assertThat(channel(settings("", 456)).connected()).isFalse();
        assertThat(channel(settings(TOKEN, 0)).connected()).isFalse();
        assertThat(settings(TOKEN, 456).toString()).doesNotContain(TOKEN).doesNotContain("callback-secret");
    }

    private VkChannel channel() {
        return channel(settings(TOKEN, 456));
    }

    private VkSettings settings(String token, long group) {
        return new VkSettings(group, token, "callback-secret", "c0nf1rm", URI.create(server.base() + "/"));
    }

    private static VkChannel channel(VkSettings settings) {
        var json = Jackson2ObjectMapperBuilder.json().build();
        return new VkChannel(
                settings,
                new VkClient(settings, HttpCallsForTests.with(Duration.ofMillis(700)), json),
                json,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Delivery answer(@Nullable String thread, String text) {
        UUID id = UUID.randomUUID();
        return new Delivery(id, Channel.VK, null, thread, "Ответ", text, "publication-" + id + "-1");
    }
}
