package ru.mcu.channel.ok;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.TestOk;
import ru.mcu.WholeApplication;
import ru.mcu.channel.HookPaths;
import ru.mcu.channel.InboxWorker;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.outbox.KnownReceipts;

@WholeApplication
@DisplayName("Одноклассники: от события до сообщения")
class OkPathTests {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxWorker inbox;

    @Autowired
    TestClock clock;

    @Autowired
    KnownReceipts receipts;

    HookPaths hook;

    @BeforeEach
    void mondayMorning() {
        clock.set(Instant.parse("2026-11-23T02:00:00Z"));
        hook = new HookPaths(rest, jdbc, Channel.OK, "/hooks/ok/" + TestOk.SECRET);
    }

    @AfterEach
    void go() {
        clock.reset();
    }

    @Test
    @DisplayName("сообщение регистрируется один раз, второе в той же переписке присоединяется")
    void aLineBecomesAMessage() {
        String first = line("mid:C9.1", "user:901", "Не вывозят мусор на ул. Калинина, 12 третий день.");
        hook.accepted(first);
        hook.accepted(first);
        inbox.workOff();
        hook.accepted(first);
        hook.accepted(line("mid:C9.2", "user:901", "Уже четвёртый день."));
        inbox.workOff();
        List<Map<String, Object>> messages = hook.messages("https://ok.ru/profile/901");
        assertThat(messages).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("external_id", "mid:C9.1")
                .containsEntry("thread", "chat:C9 user:901"));
        assertThat(hook.followUps(messages.get(0).get("id"))).containsExactly("ADDED Уже четвёртый день.");
    }

    @Test
    @DisplayName("чужой адрес отклоняется и ничего не оставляет; мусор по своему адресу принят и отложен")
    void strangersAndGarbage() {
        long before = hook.events();
        HookPaths stranger = new HookPaths(rest, jdbc, Channel.OK, "/hooks/ok/another");
        assertThat(stranger.post(line("mid:C9.9", "user:902", "Текст").getBytes(StandardCharsets.UTF_8))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(hook.events()).isEqualTo(before);

        hook.accepted("{\"sender\":");
        hook.accepted(line("mid:C9.8", "user:902", "Кириллица").getBytes(Charset.forName("windows-1251")));
        hook.accepted("");
        assertThat(hook.poisoned().subList(0, 3)).containsOnly("Это не JSON в кодировке UTF-8");
        hook.accepted("{\"a\":\"" + "a".repeat(1_500_000) + "\"}");
        assertThat(hook.poisoned().get(0)).isEqualTo("Событие больше мегабайта");
        hook.accepted("{\"webhookType\":\"CHAT_SYSTEM\",\"recipient\":{\"chat_id\":\"chat:C9\"}}");
        hook.accepted(line("mid:C9.7", "user:902", "Текст").replace("chat:C9\"", "\""));
        hook.accepted(line("mid:C9.6", "user:903", "Понятное: яма на ул. Мира, 3."));
        inbox.workOff();
        assertThat(hook.poisoned().get(0)).startsWith("В событии нет номера");
        assertThat(hook.messages("https://ok.ru/profile/902")).isEmpty();
        assertThat(hook.messages("https://ok.ru/profile/903")).hasSize(1);
    }

    @Test
    @DisplayName("известно, какие тексты канала – уже чьи-то ответы")
    void receiptsAreKnown() {
        jdbc.sql("""
                insert into mcu.outbox (id, channel, idempotency_key, reference, body, content_hash, status,
                                        next_attempt_at, created_at, settled_at, notified_at, external_id)
                values (gen_random_uuid(), 'ok', 'receipts-are-known', gen_random_uuid(), 'Ответ', 'hash', 'DELIVERED',
                        :now, :now, :now, :now, 'mid:known')""").param("now", java.sql.Timestamp.from(clock.instant())).update();
        assertThat(receipts.contains("ok", "mid:known")).isTrue();
        assertThat(receipts.contains("ok", "mid:unknown")).isFalse();
        assertThat(receipts.contains("vk", "mid:known")).isFalse();
        jdbc.sql("delete from mcu.outbox where idempotency_key = 'receipts-are-known'")
                .update();
    }

    private static String line(String mid, String user, String text) {
        return """
                {"sender":{"user_id":"%s"},"recipient":{"chat_id":"chat:C9"},
                 "message":{"text":"%s","seq":98211023614189660,"mid":"%s"},"timestamp":1795399200000}""".formatted(user, text, mid);
    }
}
