package ru.mcu.channel.ok;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
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
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryResult;
import ru.mcu.platform.outbox.DeliveryResult.Delivered;
import ru.mcu.platform.outbox.DeliveryResult.Permanent;
import ru.mcu.platform.outbox.DeliveryResult.Temporary;

@DisplayName("Одноклассники: ответы")
class OkChannelTests {

    private static final Instant NOW = Instant.parse("2025-11-23T04:00:00Z");
    private static final String TOKEN = "tkn1:KEY/+";
    private static final String SECRET = "s3cr3t-address";
    private static final String CHAT = "chat:C3ecb9d02a600";
    private static final String USER = "user:123456789012";
    private static final String THREAD = CHAT + " " + USER;

    private final OkServer server = new OkServer(TOKEN);
    private final Set<String> receipts = new HashSet<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @DisplayName("ответ появляется в переписке с автором")
    void anAnswerAppearsInTheDialogue() {
        assertThat(channel().deliver(answer("Яму заделали: «ДРСУ»")))
                .isInstanceOfSatisfying(
                        Delivered.class, it -> assertThat(it.externalId()).isEqualTo("mid:C1.1"));
        assertThat(server.accepted()).containsExactly(new OkServer.Accepted("mid:C1.1", CHAT, "Яму заделали: «ДРСУ»"));
    }

    @ParameterizedTest
    @EnumSource(value = Act.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("после любого сбоя связи ответ доходит ровно один раз: сначала смотрим переписку")
    void afterAnyMischiefTheAnswerArrivesOnce(Act act) {
        OkChannel channel = channel();
        Delivery answer = answer("Ответ\r\nв две строки ");
        server.write(CHAT, USER, "Ответ в две строки");
        server.mischief(() -> act);
        assertThat(channel.deliver(answer)).isInstanceOfSatisfying(Temporary.class, it -> assertThat(it.maybeArrived())
                .isTrue());
        assertThat(channel.deliverAgain(answer))
                .isInstanceOfSatisfying(
                        Temporary.class, it -> assertThat(it.maybeArrived()).isTrue());
        server.mischief(Mischief.none());
        DeliveryResult result = channel.deliverAgain(answer);
        assertThat(server.accepted()).hasSize(1);
        assertThat(result)
                .isEqualTo(new Delivered(null, server.accepted().get(0).key()));
    }

    @Test
    @DisplayName("такой же текст другого ответа за этот ответ не принимается")
    void anEqualTextOfAnotherAnswerIsAnotherAnswer() {
        OkChannel channel = channel();
        assertThat(channel.deliver(answer("Принято")))
                .isInstanceOfSatisfying(Delivered.class, it -> receipts.add(it.externalId()));
        channel.deliverAgain(answer("Принято"));
        assertThat(server.accepted()).hasSize(2);
    }

    @Test
    @DisplayName("ответ находится и под двумя сотнями новых сообщений, а под тремя – решает человек")
    void oldLinesAreLookedAtPageByPage() {
        OkChannel channel = channel();
        Delivery answer = answer("Ответ");
        DeliveryResult first = channel.deliver(answer);
        for (int i = 0; i < 200; i++) {
            server.write(CHAT, USER, "Спасибо " + i);
        }
        assertThat(channel.deliverAgain(answer)).isEqualTo(first);
        for (int i = 0; i < 200; i++) {
            server.write(CHAT, USER, "Спасибо " + i);
        }
        assertThat(channel.deliverAgain(answer)).isInstanceOfSatisfying(Permanent.class, it -> assertThat(it.reason())
                .startsWith("Неизвестно, дошёл ли ответ"));
        assertThat(server.accepted()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {10, 100, 110, 300, 454, 455, 456, 457, 458})
    @DisplayName("окончательный отказ объяснён сотруднику")
    void refusalsForGoodTellStaffWhatToDo(int code) {
        server.next(OkServer.refusal(code));
        assertThat(channel().deliver(answer("Ответ")))
                .isInstanceOfSatisfying(
                        Permanent.class,
                        it -> assertThat(it.reason()).matches("[А-ЯЁ].*[а-яё]").doesNotContain(String.valueOf(code)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"8, PT1M", "7, PT1H", "9, PT1H", "11, PT1H", "102, PT10M", "103, PT10M", "453, PT10M"})
    @DisplayName("временный отказ: повтор не раньше разумного срока")
    void someRefusalsWait(int code, Duration wait) {
        server.next(OkServer.refusal(code));
        assertThat(channel().deliver(answer("Ответ")))
                .isEqualTo(new Temporary(((Temporary) OkRefusals.result(code, NOW)).reason(), NOW.plus(wait), false));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "500| {}",
                "502| <html>",
                "200| not json",
                "200| {}",
                "200| []",
                "200| {\"error_code\":1}",
                "200| {\"error_code\":2}",
                "400| {\"error_code\":9999}"
            },
            delimiter = '|')
    @DisplayName("поломка на стороне канала временна, а текст мог дойти")
    void breakdownsAreTemporary(int status, String body) {
        server.next(new Reply(status, body));
        assertThat(channel().deliver(answer("Ответ")))
                .isInstanceOfSatisfying(
                        Temporary.class, it -> assertThat(it.maybeArrived()).isTrue());
    }

    @Test
    @DisplayName("неизвестный код временный; непонятная ветка – дело сотрудника")
    void unknownCodesAndThreads() {
        server.next(OkServer.refusal(4242));
        assertThat(channel().deliver(answer("Ответ"))).isInstanceOf(Temporary.class);
        Delivery lost = new Delivery(UUID.randomUUID(), Channel.OK, null, "../me", null, "Ответ", "key");
        assertThat(channel().deliver(lost)).isInstanceOf(Permanent.class);
        assertThat(channel().deliverAgain(lost)).isInstanceOf(Permanent.class);
        assertThat(server.addresses()).hasSize(1);
    }

    @Test
    @DisplayName("проверка говорит, что не так: ключ, подписка, связь")
    void theTestButtonSaysWhatIsWrong() {
        assertThat(channel().check()).contains("Подпишите группу заново");
        server.subscribe("https://gorod.example/hooks/ok/" + SECRET);
        assertThat(channel().check()).isNull();
        assertThat(channel(new OkSettings("another", SECRET, server.base())).check())
                .contains("ключ доступа");
        server.close();
        assertThat(channel().check()).isEqualTo("Одноклассники не отвечают");
    }

    @Test
    @DisplayName("без ключа канал не подключён; настройки не выдают секретов")
    void withoutATokenThereIsNoWayOut() {
        assertThat(channel().connected()).isTrue();
        OkSettings settings = new OkSettings("", SECRET, URI.create("http://localhost"));
        assertThat(channel(settings).connected()).isFalse();
        assertThat(settings.toString()).doesNotContain(SECRET);
    }

    private OkChannel channel() {
        return channel(new OkSettings(TOKEN, SECRET, server.base()));
    }

    private OkChannel channel(OkSettings settings) {
        var json = Jackson2ObjectMapperBuilder.json().build();
        return new OkChannel(
                settings,
                new OkClient(settings, HttpCallsForTests.with(Duration.ofMillis(700)), json),
                (carrier, id) -> receipts.contains(id),
                json,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Delivery answer(String text) {
        UUID id = UUID.randomUUID();
        return new Delivery(id, Channel.OK, null, THREAD, null, text, "publication-" + id + "-1");
    }
}
