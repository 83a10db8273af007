package ru.mcu.channel.telegram;

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
import ru.mcu.TestTelegram;
import ru.mcu.WholeApplication;
import ru.mcu.channel.HookPaths;
import ru.mcu.channel.InboxWorker;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.survey.SurveySnapshot;
import ru.mcu.survey.Surveys;

@WholeApplication
@DisplayName("Телеграм: от события до сообщения")
class TelegramPathTests {

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
        hook = new HookPaths(rest, jdbc, Channel.TELEGRAM, "/hooks/telegram")
                .with("X-Telegram-Bot-Api-Secret-Token", TestTelegram.SECRET);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName(
            "сообщение боту: второе присоединяется, правка доходит, повторы ничего не создают; оценка засчитана один раз")
    void aMessageToTheBot() {
        String first = message(5001, 1, 910001, "Здравствуйте! На ул. Ленина, 5 не горит фонарь.");
        taken(first);
        taken(first);
        taken(message(5002, 2, 910001, "И во дворе темно."));
        taken(message(5003, 1, 910001, "На ул. Ленина, 7 не горит фонарь.")
                .replace("\"message\": {", "\"edited_message\": {"));
        taken(message(5004, 3, 910001, "/start"));
        inbox.workOff();

        List<Map<String, Object>> messages = hook.messages("tg://user?id=910001");
        assertThat(messages).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("external_id", "910001:1")
                .containsEntry("thread", "910001:1")
                .containsEntry("author_name", "Анна"));
        UUID id = (UUID) Objects.requireNonNull(messages.get(0).get("id"));
        assertThat(hook.followUps(id))
                .containsExactly("ADDED И во дворе темно.", "EDITED На ул. Ленина, 7 не горит фонарь.");
        assertThat(hook.ignored().get(0)).isEqualTo("Команда боту");

        String path = surveys.invite(id, new SurveySnapshot("1", "Фонарь", "Починили"), NOW.plusSeconds(86400))
                .path();
        String token = path.substring(path.lastIndexOf('/') + 1);
        assertThat(hook.post(press(5005, token, 5)).getBody())
                .contains("answerCallbackQuery")
                .contains("Спасибо за оценку");
        inbox.workOff();
        assertThat(surveys.resultOf(id))
                .hasValueSatisfying(result -> assertThat(result.mark()).isEqualTo(5));
        hook.post(press(5006, token, 1));
        inbox.workOff();
        assertThat(hook.ignored().get(0)).isEqualTo("Опрос уже закрыт или не найден");
        assertThat(surveys.resultOf(id))
                .hasValueSatisfying(result -> assertThat(result.mark()).isEqualTo(5));
    }

    @Test
    @DisplayName("альбом – одно сообщение со всеми снимками, подпись второй части становится текстом")
    void anAlbumIsOneMessage() {
        taken(photo(5101, 11, ""));
        taken(photo(5102, 12, ", \"caption\": \"Яма на пр. Мира, 3\""));
        taken(photo(5103, 13, ""));
        inbox.workOff();

        List<Map<String, Object>> messages = hook.messages("tg://user?id=910002");
        assertThat(messages).singleElement().satisfies(it -> assertThat(it)
                .containsEntry("external_id", "910002:album:88"));
        assertThat(hook.followUps(messages.get(0).get("id"))).containsExactly("EDITED Яма на пр. Мира, 3");
        assertThat(hook.files(messages.get(0).get("id")))
                .extracting(it -> it.get("handle"))
                .containsExactlyInAnyOrder("f11", "f12", "f13");
    }

    @Test
    @DisplayName("чужой секрет не принимается и не хранится; мусор принимается, хранится и не держит других")
    void garbage() {
        long before = hook.events();
        HookPaths stranger = new HookPaths(rest, jdbc, Channel.TELEGRAM, "/hooks/telegram");
        assertThat(stranger.post("{}").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        stranger.with("X-Telegram-Bot-Api-Secret-Token", TestTelegram.SECRET + "1");
        assertThat(stranger.post("{}").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(hook.events()).isEqualTo(before);

        taken("{\"update_id\": 1,");
        assertThat(hook.post(message(5201, 1, 910003, "Кириллица").getBytes(Charset.forName("windows-1251")))
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        taken("[".repeat(100_000));
        assertThat(hook.poisoned().subList(0, 3)).containsOnly("Это не JSON в кодировке UTF-8");
        taken("{\"update_id\": 5202, \"x\": \"" + "a".repeat(1_500_000) + "\"}");
        assertThat(hook.poisoned().get(0)).isEqualTo("Событие больше мегабайта");
        taken("{\"message\": {}}");
        assertThat(hook.poisoned().get(0)).isEqualTo("У события нет номера (update_id)");
        taken("{\"update_id\": 5203, \"message\": \"x\"}");
        taken("{\"update_id\": 5204, \"brand_new\": {}}");
        taken(message(5205, 1, 910003, "А это понятно: на ул. Мира, 1 яма."));
        inbox.workOff();

        assertThat(hook.poisoned().get(0)).startsWith("Событие устроено не так");
        assertThat(hook.messages("tg://user?id=910003")).hasSize(1);
    }

    private void taken(String update) {
        assertThat(hook.post(update).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    private static String message(int update, int number, long author, String text) {
        return """
                {"update_id": %d, "message": {"message_id": %d, "date": 1795399200, "edit_date": 1795399300, "text": "%s",
                 "chat": {"id": %d, "type": "private"}, "from": {"id": %4$d, "is_bot": false, "first_name": "Анна"}}}""".formatted(update, number, text, author);
    }

    private static String photo(int update, int number, String caption) {
        return """
                {"update_id": %d, "message": {"message_id": %d, "date": 1795399200, "media_group_id": "88",
                 "chat": {"id": 910002, "type": "private"}, "from": {"id": 910002, "is_bot": false, "first_name": "Пётр"},
                 "photo": [{"file_id": "f%2$d", "file_unique_id": "u%2$d", "width": 9, "height": 6}]%3$s}}""".formatted(update, number, caption);
    }

    private static String press(int update, String token, int mark) {
        return """
                {"update_id": %d, "callback_query": {"id": "%1$d", "from": {"id": 910001}, "data": "mark:%s:%d",
                 "message": {"message_id": 9, "date": 1, "chat": {"id": 910001, "type": "private"}}}}""".formatted(update, token, mark);
    }
}
