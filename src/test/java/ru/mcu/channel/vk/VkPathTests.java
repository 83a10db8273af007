package ru.mcu.channel.vk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.TestVk;
import ru.mcu.WholeApplication;
import ru.mcu.channel.HookPaths;
import ru.mcu.channel.InboxWorker;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("ВКонтакте: от события до сообщения")
class VkPathTests {

    private static final String AUTHOR = "https://vk.com/id777001";

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxWorker inbox;

    @Autowired
    TestClock clock;

    HookPaths hook;

    @BeforeEach
    void mondayMorning() {
        clock.set(Instant.parse("2026-11-23T02:00:00Z"));
        hook = new HookPaths(rest, jdbc, Channel.VK, "/hooks/vk");
    }

    @AfterEach
    void go() {
        clock.reset();
    }

    @Test
    @DisplayName(
            "комментарий становится сообщением, второй присоединяется, правка и удаление доходят, повторы ничего не создают")
    void aCommentBecomesAMessage() {
        String first = comment(
                "wall_reply_new", "vk-1", 9001, "", "Здравствуйте! На ул. Ленина, 5 не горит фонарь уже неделю.");
        hook.accepted(first);
        hook.accepted(first);
        inbox.workOff();
        hook.accepted(first.replace("vk-1", "vk-1-again"));
        hook.accepted(comment("wall_reply_new", "vk-2", 9002, "9001", "И во дворе тоже темно."));
        hook.accepted(comment("wall_reply_edit", "vk-3", 9001, "", "На ул. Ленина, 7 не горит фонарь уже неделю."));
        hook.accepted(comment("wall_reply_edit", "vk-3", 9001, "", "На ул. Ленина, 7 не горит фонарь уже неделю."));
        hook.accepted(comment("wall_reply_edit", "vk-4", 9001, "", "На ул. Ленина, 7 не горит фонарь уже неделю."));
        hook.accepted("""
                {"type":"wall_reply_delete","group_id":456,"event_id":"vk-5","secret":"callback-secret",
                 "object":{"id":9001,"post_id":70,"owner_id":-456,"deleter_id":777001}}""");
        inbox.workOff();

        List<Map<String, Object>> messages = hook.messages(AUTHOR);
        assertThat(messages).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("external_id", "wall-456_9001")
                .containsEntry("thread", "wall:-456_70_9001")
                .containsEntry("link", "https://vk.com/wall-456_70?reply=9001")
                .containsEntry("deleted_by_author", true));
        assertThat(hook.followUps(messages.get(0).get("id")))
                .containsExactly(
                        "ADDED И во дворе тоже темно.",
                        "EDITED На ул. Ленина, 7 не горит фонарь уже неделю.",
                        "DELETED ");
        assertThat(hook.files(messages.get(0).get("id"))).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("handle", "https://vk.com/z.jpg")
                .containsEntry("kind", "PHOTO"));
    }

    @Test
    @DisplayName("строка подтверждения выдаётся своему сообществу, с секретом и без него")
    void theConfirmationLine() {
        ObjectNode event = VkPayloads.event("confirmation").put("group_id", TestVk.GROUP);
        assertThat(hook.post(bytes(event)).getBody()).isEqualTo(TestVk.CONFIRMATION);
        ObjectNode secret = VkPayloads.event("confirmation_with_secret").put("group_id", TestVk.GROUP);
        assertThat(hook.post(bytes(secret.put("secret", TestVk.SECRET))).getBody())
                .isEqualTo(TestVk.CONFIRMATION);
        assertThat(hook.post(bytes(secret.put("secret", "wrong"))).getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(hook.post(bytes(event.put("group_id", 1))).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    @DisplayName("без секрета или с чужим секретом событие не принимается и не хранится")
    void aWrongSecretLeavesNothing() {
        long before = hook.events();
        for (String secret :
                List.of("\"secret\":\"wrong\"", "\"secret\":\"callback-secret2\"", "\"secret\":null", "\"x\":1")) {
            ResponseEntity<String> answer = hook.post(comment("wall_reply_new", "s", 9100, "", "Текст")
                    .replace("\"secret\":\"callback-secret\"", secret)
                    .getBytes(StandardCharsets.UTF_8));
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(hook.events()).isEqualTo(before);
    }

    @Test
    @DisplayName("мусор получает «ok», чтобы не приходил снова, хранится для разбора и не задерживает других")
    void garbageIsKeptForALook() {
        hook.accepted("{\"type\":\"wall_reply_new\",");
        hook.accepted(comment("wall_reply_new", "cp", 9200, "", "Кириллица").getBytes(Charset.forName("windows-1251")));
        hook.accepted("x".repeat(3_000));
        hook.accepted("[".repeat(100_000));
        assertThat(hook.poisoned().subList(0, 4)).containsOnly("Это не JSON в кодировке UTF-8");
        hook.accepted("{\"secret\":\"" + "a".repeat(1_500_000) + "\"}");
        assertThat(hook.poisoned().get(0)).isEqualTo("Событие больше мегабайта");
        assertThat(hook.longestPoison()).isLessThanOrEqualTo(4096);
        hook.accepted(comment("wall_reply_new", "g", 9201, "", "Текст").replace(":456,", ":457,"));
        assertThat(hook.poisoned().get(0)).startsWith("Событие другого сообщества");

        hook.accepted(comment("wall_reply_new", "w", 9202, "", "Текст").replace("\"id\":9202", "\"id\":\"много\""));
        hook.accepted(comment("wall_reply_new", "vk-after", 9203, "", "А это понятно: на ул. Мира, 1 яма.")
                .replace("777001", "777002"));
        inbox.workOff();
        assertThat(hook.poisoned().get(0)).startsWith("Событие устроено не так");
        assertThat(hook.messages("https://vk.com/id777002")).hasSize(1);
    }

    @Test
    @DisplayName("сообщение в диалоге, событие без номера, чужие и неизвестные события")
    void dialoguesAndOtherEvents() {
        String line = """
                {"type":"message_new","group_id":456,"secret":"callback-secret","object":{"message":{"id":5,
                 "conversation_message_id":6,"from_id":777003,"peer_id":777003,"date":1795399200,
                 "text":"[club456|Город], когда починят лифт на пр. Ленина, 10?"}}}""";
        hook.accepted(line);
        hook.accepted(line);
        hook.accepted(line.replace("\"id\":5", "\"id\":7")
                .replace("_id\":6", "_id\":8")
                .replace("когда", "и вот ещё: когда"));
        hook.accepted(
                "{\"type\":\"message_reply\",\"group_id\":456,\"secret\":\"callback-secret\",\"object\":{\"id\":1,\"from_id\":-456}}");
        hook.accepted("{\"type\":\"brand_new_event\",\"group_id\":456,\"secret\":\"callback-secret\",\"object\":{}}");
        inbox.workOff();
        List<Map<String, Object>> messages = hook.messages("https://vk.com/id777003");
        assertThat(messages).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("thread", "peer:777003")
                .containsEntry("text", "Город, когда починят лифт на пр. Ленина, 10?"));
        assertThat(hook.followUps(messages.get(0).get("id")))
                .containsExactly("ADDED Город, и вот ещё: когда починят лифт на пр. Ленина, 10?");
    }

    private static byte[] bytes(ObjectNode event) {
        return event.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String comment(String type, String eventId, int id, String parent, String text) {
        return """
                {"type":"%s","group_id":456,"event_id":"%s","v":"5.199","secret":"callback-secret","object":
                 {"id":%d,"from_id":777001,"owner_id":-456,"post_id":70,"date":1795399200,"parents_stack":[%s],"text":"%s"
                 %s}}""".formatted(
                        type,
                        eventId,
                        id,
                        parent,
                        text,
                        id == 9001 && type.equals("wall_reply_new")
                                ? ",\"attachments\":[{\"type\":\"photo\",\"photo\":{\"id\":1,\"owner_id\":777001,\"sizes\":[{\"type\":\"z\",\"url\":\"https://vk.com/z.jpg\"}]}}]"
                                : "");
    }
}
