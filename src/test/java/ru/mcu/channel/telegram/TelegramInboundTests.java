package ru.mcu.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import ru.mcu.channel.BotCommands;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.InboundAdapter;
import ru.mcu.channel.InboundMessage;
import ru.mcu.channel.RemoteFile;
import ru.mcu.platform.Channel;

@DisplayName("Телеграм: что пишут жители")
class TelegramInboundTests {

    private static final Path STORED = Path.of("../shared/data/payloads/telegram/updates");
    private static final String TOKEN = "t".repeat(43);

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final TelegramInbound inbound = new TelegramInbound(
            new TelegramSettings(
                    "7000001:token",
                    TelegramSettings.Mode.WEBHOOK,
                    "secret",
                    "mcu_bot",
                    Set.of(-1007L),
                    URI.create("http://127.0.0.1"),
                    Duration.ofSeconds(1)),
            beans.getBeanProvider(BotCommands.class));

    @Test
    @DisplayName("личное сообщение: автор по номеру, ответ – на само сообщение")
    void aPrivateMessage() {
        InboundMessage message = message("""
                {"message_id": 10, "date": 1763850000, "text": "Не горит фонарь", "chat": {"id": 42, "type": "private"},
                 "from": {"id": 42, "is_bot": false, "first_name": "Анна", "last_name": "П.", "username": "anna"}}""");

        assertThat(message.externalId()).isEqualTo("42:10");
        assertThat(message.conversation()).isEqualTo("42");
        assertThat(message.thread()).isEqualTo("42:10");
        assertThat(message.author()).isEqualTo(new InboundMessage.Author("Анна П.", "tg://user?id=42", null));
        assertThat(message.link()).isEqualTo("https://t.me/anna");
        assertThat(message.writtenAt()).isEqualTo(Instant.ofEpochSecond(1763850000));
    }

    @Test
    @DisplayName("комментарий под записью канала: беседа – запись и автор; ссылка ведёт на комментарий")
    void aCommentUnderAPost() {
        InboundMessage message = message("""
                {"message_id": 60, "message_thread_id": 51, "date": 1, "text": "Во дворе яма",
                 "chat": {"id": -1001234, "type": "supergroup", "username": "rub_chat"}, "from": {"id": 42},
                 "reply_to_message": {"message_id": 51, "is_automatic_forward": true, "chat": {"id": -1001234}}}""");

        assertThat(message.conversation()).isEqualTo("-1001234:51:42");
        assertThat(message.thread()).isEqualTo("-1001234:60");
        assertThat(message.link()).isEqualTo("https://t.me/rub_chat/60");
    }

    @Test
    @DisplayName("ответ на ответ бота – та же беседа")
    void aReplyToTheBot() {
        assertThat(message("""
                {"message_id": 70, "message_thread_id": 51, "date": 1, "text": "Не заделали!",
                 "chat": {"id": -1001234, "type": "supergroup"}, "from": {"id": 42},
                 "reply_to_message": {"message_id": 69, "text": "Заделали", "chat": {"id": -1001234},
                  "from": {"id": 7000001, "is_bot": true}}}""").conversation()).isEqualTo("-1001234:51:42");
    }

    @Test
    @DisplayName("разговоры жителей между собой – не сообщения; под записями названной группы – сообщения")
    void talkBetweenCitizens() {
        String reply = """
                {"message_id": 71, "message_thread_id": 51, "date": 1, "text": "И у нас",
                 "chat": {"id": %d, "type": "supergroup"}, "from": {"id": 43},
                 "reply_to_message": {"message_id": 60, "text": "Яма", "chat": {"id": 1}, "from": {"id": 42}}}""";

        assertThat(reason(reply.formatted(-1001234))).isEqualTo("Разговор в группе не с нами");
        assertThat(message(reply.formatted(-1007)).text()).isEqualTo("И у нас");
    }

    @Test
    @DisplayName("в группе город слышит тех, кто назвал бота")
    void aMention() {
        String line = """
                {"message_id": 71, "date": 1, "text": "Эй, @MCU_bot, яма!", "chat": {"id": -5, "type": "group"},
                 "from": {"id": 43}, "entities": [{"type": "mention", "offset": 4, "length": %d}]}""";

        assertThat(message(line.formatted(8)).conversation()).isEqualTo("-5:43");
        assertThat(reason(line.formatted(3))).isEqualTo("Разговор в группе не с нами");
        assertThat(reason(line.formatted(Integer.MAX_VALUE))).isEqualTo("Разговор в группе не с нами");
    }

    @Test
    @DisplayName("тема форума запоминается, чтобы ответить в ней")
    void aTopic() {
        assertThat(message("""
                {"message_id": 71, "message_thread_id": 9, "is_topic_message": true, "date": 1, "text": "@mcu_bot яма",
                 "chat": {"id": -1005, "type": "supergroup"}, "from": {"id": 43},
                 "entities": [{"type": "mention", "offset": 0, "length": 8}]}""").thread()).isEqualTo("-1005:71:9");
    }

    @Test
    @DisplayName("альбом – одно сообщение; подпись любой из частей становится текстом")
    void anAlbum() {
        String part = """
                {"message_id": %d, "date": 1, "media_group_id": "777", "chat": {"id": 42, "type": "private"},
                 "from": {"id": 42}, "photo": [{"file_id": "s%1$d", "file_unique_id": "us%1$d", "width": 90, "height": 60},
                 {"file_id": "l%1$d", "file_unique_id": "ul%1$d", "width": 900, "height": 600}] %s}""";

        InboundMessage first = message(part.formatted(1, ""));
        List<Inbound> second = read(update(part.formatted(2, ", \"caption\": \"Вот такая яма\"")));
        assertThat(first.externalId()).isEqualTo("42:album:777");
        assertThat(first.files()).containsExactly(new RemoteFile("ul1", RemoteFile.Kind.PHOTO, "l1", null, null));
        assertThat(((InboundMessage) second.get(0)).externalId()).isEqualTo("42:album:777");
        assertThat(second.get(1))
                .isEqualTo(new Inbound.Edit(
                        Channel.TELEGRAM, "42:album:777", "caption-2", "Вот такая яма", Instant.ofEpochSecond(1)));
    }

    @Test
    @DisplayName("голос, видео, документ, место, телефон")
    void otherContent() {
        assertThat(content("\"voice\": {\"file_id\": \"v\", \"file_unique_id\": \"uv\", \"file_size\": 5}")
                        .files())
                .containsExactly(new RemoteFile("uv", RemoteFile.Kind.VOICE, "v", null, 5L));
        assertThat(content("\"video\": {\"file_id\": \"v\", \"file_name\": \"a.mp4\"}")
                        .files())
                .containsExactly(new RemoteFile("v", RemoteFile.Kind.VIDEO, "v", "a.mp4", null));
        assertThat(content("\"caption\": \"Смотрите\", \"document\": {\"file_id\": \"d\", \"file_name\": \"акт.pdf\"}")
                        .text())
                .isEqualTo("Смотрите");
        InboundMessage point = content("\"location\": {\"latitude\": 51.5, \"longitude\": 81.2}");
        assertThat(point.place()).isEqualTo("51.5, 81.2");
        assertThat(point.text()).isEqualTo("Место на карте: 51.5, 81.2");
        assertThat(content("\"venue\": {\"title\": \"Школа 1\", \"address\": \"Ленина, 5\"}")
                        .place())
                .isEqualTo("Школа 1, Ленина, 5");
        assertThat(content("\"contact\": {\"phone_number\": \"+7 900 000-00-00\"}")
                        .text())
                .isEqualTo("Телефон: +7 900 000-00-00");
        assertThat(reason("""
                {"message_id": 1, "date": 1, "chat": {"id": 42, "type": "private"}, "from": {"id": 42},
                 "sticker": {"file_id": "s"}}""")).isEqualTo("Ни текста, ни вложения");
    }

    @Test
    @DisplayName("правка меняет то же сообщение; правка места или снимка – ничего")
    void anEdit() {
        assertThat(read("""
                {"update_id": 5, "edited_message": {"message_id": 10, "date": 1, "edit_date": 9, "text": "Два фонаря",
                 "chat": {"id": 42, "type": "private"}, "from": {"id": 42}}}"""))
                .containsExactly(
                        new Inbound.Edit(Channel.TELEGRAM, "42:10", "edit-5", "Два фонаря", Instant.ofEpochSecond(9)));
        assertThat(read("""
                {"update_id": 5, "edited_message": {"message_id": 10, "date": 1,
                 "chat": {"id": 42, "type": "private"}, "location": {"latitude": 1, "longitude": 2}}}""")).containsExactly(new Inbound.Nothing("Изменён не текст"));
    }

    @Test
    @DisplayName("оценка: в личном чате любая, в группе – только автора")
    void aMark() {
        assertThat(read(press("private", 42, 42))).containsExactly(new Inbound.Mark(Channel.TELEGRAM, TOKEN, 4));
        assertThat(read(press("supergroup", 42, 42))).containsExactly(new Inbound.Mark(Channel.TELEGRAM, TOKEN, 4));
        assertThat(read(press("supergroup", 43, 42)))
                .containsExactly(new Inbound.Nothing("Оценку поставил не автор сообщения"));
    }

    @Test
    @DisplayName("команды боту не становятся сообщениями; команду сотрудника забирает тот, чья она")
    void commands() {
        assertThat(reason(text("/start"))).isEqualTo("Команда боту");
        assertThat(reason(text("/start code-1"))).isEqualTo("Команда боту");
        assertThat(message(text("/remont дороги на Ленина")).text()).startsWith("/remont");
        beans.registerSingleton(
                "linking", (BotCommands) (channel, chat, words) -> chat == 42 && words.startsWith("/remont"));
        assertThat(reason(text("/remont дороги на Ленина"))).isEqualTo("Команда боту");
    }

    @Test
    @DisplayName("сохранённые примеры: каждый понят так, как надо")
    void storedUpdates() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(STORED), "нет примеров событий Телеграма");
        assertThat(read(stored("message_auto_forward_in_discussion_group.json").toString()))
                .containsExactly(new Inbound.Nothing("Запись самого канала"));
        assertThat(read(stored("message_all_core_fields_crystal_spec.json").toString()))
                .containsExactly(new Inbound.Nothing("Запись самого канала"));
        assertThat(read(stored("message_supergroup_pengrad_test.json").toString()))
                .containsExactly(new Inbound.Nothing("Разговор в группе не с нами"));
        assertThat(read(stored("callback_query_with_photo_captured_2023.json").toString()))
                .containsExactly(new Inbound.Nothing("Нажата чужая кнопка"));
        JsonNode batch = stored("edited_anonymous_admin_photo_voice_poll_batch.json");
        assertThat(read(batch.get(0).toString())).first().isInstanceOf(Inbound.Edit.class);
        assertThat(read(batch.get(1).toString()))
                .containsExactly(new Inbound.Nothing("Пишет канал или анонимный администратор"));
        assertThat(read(batch.get(2).toString())).containsExactly(new Inbound.Nothing("Пишет бот"));
        JsonNode two =
                stored("channel_post_and_private_start_captured_2021.json").path("result");
        assertThat(read(two.get(0).toString())).containsExactly(new Inbound.Nothing("Служебное событие"));
        assertThat(read(two.get(1).toString())).containsExactly(new Inbound.Nothing("Команда боту"));
    }

    @Test
    @DisplayName("чужое и сломанное не задерживает очередь")
    void garbage() {
        assertThat(read("{\"update_id\": 1, \"poll_from_2030\": {\"x\": 1}}"))
                .containsExactly(new Inbound.Nothing("Служебное событие"));
        for (String broken : List.of(
                "{\"update_id\": 1, \"message\": \"text\"}",
                "{\"update_id\": 1, \"message\": {\"message_id\": 1}}",
                "[]",
                "не JSON")) {
            assertThatThrownBy(() -> read(broken)).isInstanceOf(InboundAdapter.Unreadable.class);
        }
    }

    private InboundMessage content(String fields) {
        return message("""
                {"message_id": 1, "date": 1, "chat": {"id": 42, "type": "private"}, "from": {"id": 42}, %s}""".formatted(fields));
    }

    private InboundMessage message(String message) {
        List<Inbound> all = read(update(message));
        assertThat(all).singleElement().isInstanceOf(InboundMessage.class);
        return (InboundMessage) all.get(0);
    }

    private String reason(String message) {
        List<Inbound> all = read(update(message));
        assertThat(all).singleElement().isInstanceOf(Inbound.Nothing.class);
        return String.valueOf(((Inbound.Nothing) all.get(0)).reason());
    }

    private List<Inbound> read(String update) {
        return inbound.read(update.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(String words) {
        return """
                {"message_id": 1, "date": 1, "text": "%s", "chat": {"id": 42, "type": "private"}, "from": {"id": 42}}""".formatted(words);
    }

    private static String press(String type, long presser, long author) {
        return """
                {"update_id": 1, "callback_query": {"id": "1", "from": {"id": %d}, "data": "mark:%s:4",
                 "message": {"message_id": 3, "date": 1, "chat": {"id": -1001, "type": "%s"},
                  "reply_to_message": {"message_id": 2, "from": {"id": %d}}}}}""".formatted(presser, TOKEN, type, author);
    }

    private static String update(String message) {
        return "{\"update_id\": 5, \"message\": " + message + "}";
    }

    private static JsonNode stored(String name) throws IOException {
        return TelegramUpdate.JSON.readTree(STORED.resolve(name).toFile());
    }
}
