package ru.mcu.channel.ok;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.mock.web.MockHttpServletRequest;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.InboundAdapter.Unreadable;
import ru.mcu.channel.InboundMessage;
import ru.mcu.channel.Inbox;
import ru.mcu.channel.RemoteFile;
import ru.mcu.channel.RemoteFile.Kind;

@DisplayName("Одноклассники: события")
class OkInboundTests {

    private static final String EVENT = """
            {"webhookType":"MESSAGE_CREATED","sender":{"user_id":"user:123456789012","name":"Анна Петрова"},
             "recipient":{"chat_id":"chat:C3ecb9d02a600"},
             "message":{"text":"Нет света","seq":98211023614189660123456789,"mid":"mid:C3.15"},"timestamp":1498581292941}""";

    @Test
    @DisplayName("сообщение: ветка, автор, время; номер seq больше любого целого не мешает")
    void aMessage() {
        InboundMessage message = message(EVENT);
        assertThat(message.externalId()).isEqualTo("mid:C3.15");
        assertThat(message.thread()).isEqualTo("chat:C3ecb9d02a600 user:123456789012");
        assertThat(message.conversation()).isEqualTo("chat:C3ecb9d02a600-user:123456789012");
        assertThat(message.author())
                .isEqualTo(new InboundMessage.Author("Анна Петрова", "https://ok.ru/profile/123456789012", null));
        assertThat(message.writtenAt()).isEqualTo(Instant.ofEpochMilli(1498581292941L));
        assertThat(OkThread.of(message.thread())).isEqualTo(new OkThread("chat:C3ecb9d02a600", "user:123456789012"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook.message_text", "webhook.message_share_attachment"})
    @DisplayName("примеры из документации понимаются")
    void documentedEvents(String file) throws IOException {
        Path path = Path.of("../shared/data/payloads/ok/" + file + ".json");
        assumeThat(path).as("нет примеров событий Одноклассников").exists();
        InboundMessage message = message(Files.readString(path));
        assertThat(message.thread()).isEqualTo("chat:C3ecb9d02a600 user:123456789012");
        assertThat(message.text()).isIn("text", "https://ya.ru/");
        assertThat(message.files()).isEmpty();
    }

    @Test
    @DisplayName("вложения: файлы скачиваются, страницы становятся ссылками, место – координатами")
    void attachments() {
        InboundMessage message = message(EVENT.replace("\"mid\"", """
                "attachments":[
                 {"type":"IMAGE","payload":{"url":"https://i.mycdn.me/1.jpg"}},
                 {"type":"VIDEO","payload":{"url":"https://ok.ru/video/55"}},
                 {"type":"VIDEO","payload":{"url":"https://vd.mycdn.me/2.mp4"}},
                 {"type":"AUDIO","payload":{"url":"https://i.mycdn.me/3.ogg"}},
                 {"type":"FILE","payload":{"url":"https://i.mycdn.me/4","name":"акт.pdf"}},
                 {"type":"SHARE","payload":{"url":"https://example.org/"}},
                 {"type":"LOCATION","payload":{"latitude":51.5,"longitude":81.25}},
                 {"type":"STICKER","payload":{"code":"x"}}, {"type":"IMAGE"}, null],
                "mid\""""));
        assertThat(message.text()).isEqualTo("Нет света\nhttps://ok.ru/video/55\nhttps://example.org/");
        assertThat(message.place()).isEqualTo("51.500000, 81.250000");
        assertThat(message.files())
                .containsExactly(
                        new RemoteFile("mid:C3.15#1", Kind.PHOTO, "https://i.mycdn.me/1.jpg", null, null),
                        new RemoteFile("mid:C3.15#3", Kind.VIDEO, "https://vd.mycdn.me/2.mp4", null, null),
                        new RemoteFile("mid:C3.15#4", Kind.VOICE, "https://i.mycdn.me/3.ogg", null, null),
                        new RemoteFile("mid:C3.15#5", Kind.DOCUMENT, "https://i.mycdn.me/4", "акт.pdf", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"webhookType\":\"CHAT_SYSTEM\"}",
                "{\"sender\":{\"group_id\":\"group:1\"},\"recipient\":{\"chat_id\":\"chat:C1\"},\"message\":{\"mid\":\"m\",\"text\":\"a\"}}",
                "{\"sender\":{\"user_id\":\"user:1\"},\"recipient\":{\"chat_id\":\"chat:C1\"},\"message\":{\"mid\":\"m\",\"text\":\" \"}}"
            })
    @DisplayName("служебные события, слова самой группы и пустые сообщения пропускаются")
    void otherEventsAreNothing(String event) {
        assertThat(read(event)).isInstanceOf(Inbound.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "",
                "{\"message\":5}",
                "{\"sender\":{\"user_id\":\"user:1\"},\"recipient\":{\"chat_id\":\"../me\"},\"message\":{\"mid\":\"m\",\"text\":\"a\"}}",
                "{\"sender\":{\"user_id\":\"user:1\"},\"recipient\":{\"chat_id\":\"chat:C1\"},\"message\":{\"text\":\"a\"}}"
            })
    @DisplayName("чего никогда не понять, откладывается")
    void nonsenseIsPutAside(String event) {
        assertThatThrownBy(() -> read(event)).isInstanceOf(Unreadable.class);
    }

    @Test
    @DisplayName("пока канал не настроен, его адреса нет")
    void withoutSettingsThereIsNoHook() throws IOException {
        Inbox inbox = Mockito.mock(Inbox.class);
        OkSettings settings = new OkSettings("", "", URI.create("http://localhost"));
        assertThat(new OkHook(
                                settings,
                                inbox,
                                Jackson2ObjectMapperBuilder.json().build())
                        .take("", new MockHttpServletRequest())
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        Mockito.verifyNoInteractions(inbox);
    }

    private static InboundMessage message(String event) {
        return (InboundMessage) read(event);
    }

    private static Inbound read(String event) {
        return new OkInbound(Jackson2ObjectMapperBuilder.json().build(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .read(event.getBytes(StandardCharsets.UTF_8))
                .get(0);
    }
}
