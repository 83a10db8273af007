package ru.mcu.channel.max;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.TestMax;
import ru.mcu.WholeApplication;
import ru.mcu.channel.HookPaths;
import ru.mcu.channel.InboxWorker;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.survey.SurveySnapshot;
import ru.mcu.survey.Surveys;

@WholeApplication
@DisplayName("МАХ: от события до сообщения")
class MaxPathTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InboxWorker inbox;

    @Autowired
    Surveys surveys;

    @Autowired
    TestClock clock;

    HookPaths hook;

    @BeforeEach
    void mondayMorning() {
        clock.set(NOW);
        hook = new HookPaths(rest, jdbc, Channel.MAX, "/hooks/max").with("X-Max-Bot-Api-Secret", TestMax.SECRET);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("сообщение боту: второе присоединяется, правка, оценка и удаление доходят, повторы ничего не создают")
    void aMessageToTheBot() {
        String first = message(920001, "mid.1", "Здравствуйте! На ул. Ленина, 5 не горит фонарь.");
        taken(first);
        taken(first);
        taken(first.replace("\"ru\"", "\"en\""));
        taken(message(920001, "mid.2", "И во дворе темно."));
        taken(message(920001, "mid.1", "На ул. Ленина, 7 не горит фонарь.")
                .replace("message_created", "message_edited"));
        inbox.workOff();

        List<Map<String, Object>> messages = hook.messages("max://user/920001");
        assertThat(messages).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("external_id", "mid.1")
                .containsEntry("thread", "chat:920001:mid.1")
                .containsEntry("author_name", "Анна"));
        UUID id = (UUID) Objects.requireNonNull(messages.get(0).get("id"));
        assertThat(hook.followUps(id))
                .containsExactly("ADDED И во дворе темно.", "EDITED На ул. Ленина, 7 не горит фонарь.");
        assertThat(hook.files(id)).hasSize(2).allSatisfy(it -> assertThat(it).containsEntry("kind", "PHOTO"));

        String path = surveys.invite(id, new SurveySnapshot("1", "Фонарь", "Починили"), NOW.plusSeconds(86400))
                .path();
        taken("""
                {"update_type": "message_callback", "timestamp": 1795399200000,
                 "callback": {"timestamp": 1, "callback_id": "c1", "payload": "mark:%s:4", "user": {"user_id": 920001}},
                 "message": {"recipient": {"chat_id": 920001, "chat_type": "dialog"}, "timestamp": 1,
                  "body": {"mid": "mid.9", "seq": 2, "text": "Оцените"}}}""".formatted(path.substring(path.lastIndexOf('/') + 1)));
        taken("""
                {"update_type": "message_removed", "timestamp": 1795399400000, "message_id": "mid.1", "chat_id": 920001,
                 "user_id": 920001}""");
        inbox.workOff();
        assertThat(surveys.resultOf(id))
                .hasValueSatisfying(result -> assertThat(result.mark()).isEqualTo(4));
        assertThat(hook.messages("max://user/920001").get(0)).containsEntry("deleted_by_author", true);
    }

    @Test
    @DisplayName("чужой секрет не принимается и не хранится; мусор принимается, хранится и не держит других")
    void garbage() {
        long before = hook.events();
        HookPaths stranger = new HookPaths(rest, jdbc, Channel.MAX, "/hooks/max");
        assertThat(stranger.post("{}").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        stranger.with("X-Max-Bot-Api-Secret", "wrong");
        assertThat(stranger.post("{}").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(hook.events()).isEqualTo(before);

        taken("{\"update_type\": \"message_created\",");
        assertThat(hook.post(message(920003, "mid.c", "Кириллица").getBytes(Charset.forName("windows-1251")))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        assertThat(hook.poisoned().subList(0, 2)).containsOnly("Это не JSON в кодировке UTF-8");
        taken("{\"update_type\": \"x\", \"x\": \"" + "a".repeat(1_500_000) + "\"}");
        assertThat(hook.poisoned().get(0)).isEqualTo("Событие больше мегабайта");
        taken("{\"message\": {}}");
        assertThat(hook.poisoned().get(0)).isEqualTo("У события нет вида (update_type)");
        taken("{\"update_type\": \"message_created\", \"timestamp\": 1, \"message\": 5}");
        taken("{\"update_type\": \"message_callback\", \"timestamp\": 1, \"callback\": 5}");
        taken("{\"update_type\": \"brand_new\", \"timestamp\": 1}");
        taken(message(920003, "mid.after", "А это понятно: на ул. Мира, 1 яма."));
        inbox.workOff();

        assertThat(hook.poisoned().subList(0, 2))
                .allSatisfy(note -> assertThat(note).startsWith("Событие устроено не так"));
        assertThat(hook.messages("max://user/920003")).hasSize(1);
    }

    private void taken(String update) {
        assertThat(hook.post(update).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private static String message(long author, String mid, String text) {
        return """
                {"update_type": "message_created", "timestamp": 1795399200000, "user_locale": "ru", "message": {
                 "sender": {"user_id": %d, "first_name": "Анна", "is_bot": false},
                 "recipient": {"chat_id": %1$d, "chat_type": "dialog", "user_id": 77}, "timestamp": 1795399200000,
                 "body": {"mid": "%s", "seq": 1, "text": "%s", "attachments": [
                  {"type": "image", "payload": {"photo_id": %4$d, "token": "p", "url": "https://i.example/%4$d"}}]}}}""".formatted(author, mid, text, mid.hashCode() & 0xFFFF);
    }
}
