package ru.mcu.channel.max;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
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

@DisplayName("МАХ: что пишут жители")
class MaxInboundTests {

    private static final String TOKEN = "t".repeat(43);
    private static final Instant AT = Instant.ofEpochMilli(1763850000000L);

    private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    private final MaxInbound inbound = new MaxInbound(
            new MaxSettings("token", "secret", "mcu_bot", URI.create("http://127.0.0.1"), null, Duration.ofSeconds(1)),
            beans.getBeanProvider(BotCommands.class));

    @Test
    @DisplayName("сообщение боту: беседа – диалог, автор по номеру, ответ – на само сообщение")
    void aDialogue() {
        InboundMessage message = message("dialog", "", "\"text\": \"Не горит фонарь\", \"attachments\": null");

        assertThat(message.externalId()).isEqualTo("mid.1");
        assertThat(message.conversation()).isEqualTo("chat:7");
        assertThat(message.thread()).isEqualTo("chat:7:mid.1");
        assertThat(message.author()).isEqualTo(new InboundMessage.Author("Анна П.", "max://user/42", null));
        assertThat(message.writtenAt()).isEqualTo(AT);
    }

    @Test
    @DisplayName("в чате слышны только те, кто назвал бота или ответил ему")
    void aChat() {
        String plain = "\"text\": \"Яма\"";
        String reply = "\"link\": {\"type\": \"reply\", \"sender\": {\"user_id\": 77, \"username\": \"MCU_bot\"},"
                + " \"message\": {\"mid\": \"mid.0\", \"seq\": 0}},";

        assertThat(reason(created("chat", "", plain))).isEqualTo("Разговор в чате не с нами");
        assertThat(message("chat", "", "\"text\": \"@mcu_bot, яма\"").conversation())
                .isEqualTo("chat:7:42");
        assertThat(reason(created("chat", "", "\"text\": \"@mcu_bot2, яма\""))).isEqualTo("Разговор в чате не с нами");
        assertThat(message("chat", reply, plain).text()).isEqualTo("Яма");
        assertThat(reason(created("channel", "", plain))).isEqualTo("Запись в канале");
        assertThat(reason(created("dialog", "", plain).replace("\"is_bot\": false", "\"is_bot\": true")))
                .isEqualTo("Пишет бот или сам канал");
    }

    @Test
    @DisplayName("вложения: снимок, видео, голос, документ, место; незнакомое пропускается")
    void attachments() {
        InboundMessage message = message("dialog", "", """
                "text": "", "attachments": [
                 {"type": "image", "payload": {"photo_id": 9, "token": "p", "url": "https://i.example/9"}},
                 {"type": "video", "payload": {"token": "v", "url": "https://v.example/x"}},
                 {"type": "audio", "payload": {"token": "a", "url": "https://a.example/x"}},
                 {"type": "file", "filename": "акт.pdf", "size": 5, "payload": {"token": "f", "url": "https://f.example/x"}},
                 {"type": "hologram", "payload": {"x": 1}},
                 {"type": "location", "latitude": 51.5, "longitude": 81.2}]""");

        assertThat(message.files())
                .containsExactly(
                        new RemoteFile("9", RemoteFile.Kind.PHOTO, "https://i.example/9", null, null),
                        new RemoteFile("v", RemoteFile.Kind.VIDEO, "video:v", null, null),
                        new RemoteFile("a", RemoteFile.Kind.VOICE, "https://a.example/x", null, null),
                        new RemoteFile("f", RemoteFile.Kind.DOCUMENT, "https://f.example/x", "акт.pdf", 5L));
        assertThat(message.place()).isEqualTo("51.5, 81.2");
        assertThat(message.text()).isEqualTo("Место на карте: 51.5, 81.2");
    }

    @Test
    @DisplayName("пересланное – тоже слова автора")
    void aForward() {
        assertThat(message("dialog", """
                "link": {"type": "forward", "message": {"mid": "mid.0", "seq": 0, "text": "Воды нет с утра",
                 "attachments": [{"type": "image", "payload": {"photo_id": 9, "url": "https://i.example/9"}}]}},""", "\"text\": null")).satisfies(message -> {
            assertThat(message.text()).isEqualTo("Воды нет с утра");
            assertThat(message.files()).hasSize(1);
        });
    }

    @Test
    @DisplayName("правка, удаление, запуск бота, служебное")
    void otherEvents() {
        assertThat(read(created("dialog", "", "\"text\": \"Два фонаря\"").replace("message_created", "message_edited")))
                .isEqualTo(new Inbound.Edit(Channel.MAX, "mid.1", "edit-mid.1-1763850000000", "Два фонаря", AT));
        assertThat(read("""
                {"update_type": "message_removed", "timestamp": 1763850000000, "message_id": "mid.1", "chat_id": 7,
                 "user_id": 42}""")).isEqualTo(new Inbound.Deletion(Channel.MAX, "mid.1", AT));
        assertThat(read("{\"update_type\": \"dialog_muted\", \"timestamp\": 1, \"chat_id\": 7}"))
                .isEqualTo(new Inbound.Nothing("Служебное событие"));
        assertThat(read("{\"update_type\": \"telepathy\", \"timestamp\": 1}"))
                .isEqualTo(new Inbound.Nothing("Служебное событие"));
    }

    @Test
    @DisplayName("оценка: в диалоге любая, в чате – только автора")
    void aMark() {
        assertThat(read(press("dialog", 42, 43))).isEqualTo(new Inbound.Mark(Channel.MAX, TOKEN, 4));
        assertThat(read(press("chat", 42, 42))).isEqualTo(new Inbound.Mark(Channel.MAX, TOKEN, 4));
        assertThat(read(press("chat", 42, 43))).isEqualTo(new Inbound.Nothing("Оценку поставил не автор сообщения"));
        assertThat(read(press("chat", 42, 42).replace("mark:", "like:")))
                .isEqualTo(new Inbound.Nothing("Нажата чужая кнопка"));
    }

    @Test
    @DisplayName("пример из описания API: запуск бота по ссылке передаёт код сотрудника")
    void theDescriptionsOwnExample() throws Exception {
        Path description = Path.of("src/main/openapi/max.yaml");
        Assumptions.assumeTrue(Files.exists(description), "нет описания API МАХ");
        var example = Pattern.compile("\\{\\s+\"update_type\": \"bot_started\".*?\\n\\s+}\\n\\s+```", Pattern.DOTALL)
                .matcher(Files.readString(description));
        assertThat(example.find()).isTrue();
        List<String> taken = new ArrayList<>();
        beans.registerSingleton("linking", (BotCommands) (channel, chat, words) -> taken.add(chat + " " + words));

        assertThat(read(example.group().replace("```", ""))).isEqualTo(new Inbound.Nothing("Команда боту"));
        assertThat(taken).containsExactly("1234567890 /start any data meaningful to bot");
        assertThat(reason(created("dialog", "", "\"text\": \"/start 17\""))).isEqualTo("Команда боту");
    }

    @Test
    @DisplayName("сломанное откладывается")
    void garbage() {
        for (String broken : List.of(
                "{\"update_type\": \"message_created\", \"timestamp\": 1}",
                "{\"update_type\": \"message_created\", \"timestamp\": 1, \"message\": \"x\"}",
                "{\"update_type\": \"message_edited\", \"timestamp\": 1, \"message\": {}}",
                "не JSON")) {
            assertThatThrownBy(() -> read(broken)).isInstanceOf(InboundAdapter.Unreadable.class);
        }
    }

    private InboundMessage message(String type, String link, String body) {
        Inbound read = read(created(type, link, body));
        assertThat(read).isInstanceOf(InboundMessage.class);
        return (InboundMessage) read;
    }

    private String reason(String update) {
        Inbound read = read(update);
        assertThat(read).isInstanceOf(Inbound.Nothing.class);
        return String.valueOf(((Inbound.Nothing) read).reason());
    }

    private Inbound read(String update) {
        List<Inbound> all = inbound.read(update.getBytes(StandardCharsets.UTF_8));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static String created(String type, String link, String body) {
        return """
                {"update_type": "message_created", "timestamp": 1763850000000, "user_locale": "ru", "message": {
                 "sender": {"user_id": 42, "first_name": "Анна", "last_name": "П.", "username": null, "is_bot": false},
                 "recipient": {"chat_id": 7, "chat_type": "%s", "user_id": 77}, "timestamp": 1763850000000, %s
                 "body": {"mid": "mid.1", "seq": 116, %s}}}""".formatted(type, link, body);
    }

    private static String press(String type, long presser, long author) {
        return """
                {"update_type": "message_callback", "timestamp": 1763850000000,
                 "callback": {"timestamp": 1, "callback_id": "c1", "payload": "mark:%s:4", "user": {"user_id": %d}},
                 "message": {"recipient": {"chat_id": 7, "chat_type": "%s"}, "timestamp": 1,
                  "link": {"type": "reply", "sender": {"user_id": %d}, "message": {"mid": "mid.1", "seq": 1}},
                  "body": {"mid": "mid.2", "seq": 2, "text": "Оцените"}}}""".formatted(TOKEN, presser, type, author);
    }
}
