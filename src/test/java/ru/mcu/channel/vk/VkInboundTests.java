package ru.mcu.channel.vk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import ru.mcu.platform.Channel;

@DisplayName("ВКонтакте: события")
class VkInboundTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final String COMMENT = """
            {"type":"wall_reply_new","group_id":456,"event_id":"e1","v":"5.199","secret":"s","object":
             {"id":13,"from_id":777,"owner_id":-456,"post_id":7,"date":1763863200,"parents_stack":[],"text":"Яма"}}""";

    @Test
    @DisplayName("комментарий: ветка, автор, ссылка, время")
    void aComment() {
        InboundMessage message = message(COMMENT);
        assertThat(message.externalId()).isEqualTo("wall-456_13");
        assertThat(message.thread()).isEqualTo("wall:-456_7_13");
        assertThat(message.conversation()).isEqualTo("wall-456_7-13-777");
        assertThat(message.link()).isEqualTo("https://vk.com/wall-456_7?reply=13");
        assertThat(message.author()).isEqualTo(new InboundMessage.Author(null, "https://vk.com/id777", null));
        assertThat(message.writtenAt()).isEqualTo(Instant.ofEpochSecond(1763863200));
    }

    @Test
    @DisplayName("второй комментарий автора в ветке – тот же разговор, другого автора или в другой ветке – другой")
    void aThreadOfOneAuthorIsOneConversation() {
        String first = message(COMMENT).conversation();
        String reply = COMMENT.replace("\"id\":13", "\"id\":15")
                .replace("\"parents_stack\":[]", "\"parents_stack\":[13],\"reply_to_comment\":14");
        assertThat(message(reply).conversation()).isEqualTo(first);
        assertThat(message(reply).thread()).isEqualTo("wall:-456_7_15:13");
        assertThat(message(reply).link()).isEqualTo("https://vk.com/wall-456_7?reply=15&thread=13");
        assertThat(message(reply.replace("777", "778")).conversation()).isNotEqualTo(first);
        assertThat(message(COMMENT.replace("\"id\":13", "\"id\":15")).conversation())
                .isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "wall_reply_new_captured_2018, 167677639, wall-167677639_2, wall:-167677639_1_2",
        "wall_reply_new_captured_2020, 201077021, wall-201077021_8, wall:-201077021_5_8",
        "wall_reply_new_owner_id_form, 12345, wall-12345_5001, wall:-12345_101_5001"
    })
    @DisplayName("записанные комментарии разных версий API")
    void capturedComments(String file, long group, String id, String thread) {
        InboundMessage message =
                (InboundMessage) read(group, VkPayloads.event(file).toString()).get(0);
        assertThat(message.externalId()).isEqualTo(id);
        assertThat(message.thread()).isEqualTo(thread);
        assertThat(message.text()).isNotBlank();
        assertThat(message.link()).startsWith("https://vk.com/wall-" + group);
    }

    @ParameterizedTest
    @CsvSource({
        "message_new_text_captured_2021, 202308925, peer326596496_9, peer:326596496, peer326596496",
        "message_new_text_captured_2020, 193668024, peer228970688_127, peer:228970688, peer228970688",
        "message_new_legacy_v5_80_flat_object, 202308925, message3, peer:326596496, peer326596496",
        "message_new_photo_captured_2020, 183287114, peer2000000279_241661, peer:2000000279, peer2000000279-555644284"
    })
    @DisplayName("записанные сообщения: личные, старой версии, из беседы")
    void capturedMessages(String file, long group, String id, String thread, String conversation) {
        InboundMessage message =
                (InboundMessage) read(group, VkPayloads.event(file).toString()).get(0);
        assertThat(message.externalId()).isEqualTo(id);
        assertThat(message.thread()).isEqualTo(thread);
        assertThat(message.conversation()).isEqualTo(conversation);
        assertThat(message.text()).isNotBlank();
    }

    @Test
    @DisplayName("из фотографии берётся самый большой размер, из голосового – запись")
    void photosAndVoices() {
        InboundMessage photo = (InboundMessage) read(
                        183287114,
                        VkPayloads.event("message_new_photo_captured_2020").toString())
                .get(0);
        assertThat(photo.files()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.PHOTO);
            assertThat(it.handle()).endsWith("/nJXapHnUbeo.jpg");
            assertThat(it.key()).isEqualTo("photo555644284_457239342");
        });
        InboundMessage voice = (InboundMessage) read(
                        183287114,
                        VkPayloads.event("message_new_voice_captured_2020_truncated_waveform")
                                .toString())
                .get(0);
        assertThat(voice.text()).isEmpty();
        assertThat(voice.files()).singleElement().satisfies(it -> {
            assertThat(it.kind()).isEqualTo(Kind.VOICE);
            assertThat(it.handle()).endsWith(".ogg");
        });
    }

    @Test
    @DisplayName("документ, видео, ссылка, репост, граффити, место, пересланное – всё доходит до сотрудника")
    void everythingAttachedReachesStaff() {
        InboundMessage message = message("""
                {"type":"message_new","group_id":456,"object":{"message":{"id":5,"conversation_message_id":6,
                 "from_id":777,"peer_id":777,"date":1763863200,"text":"Смотрите","attachments":[
                 {"type":"doc","doc":{"id":1,"owner_id":777,"title":"акт.pdf","size":1234,"url":"https://vk.com/doc777_1"}},
                 {"type":"video","video":{"id":2,"owner_id":777,"title":"Прорыв"}},
                 {"type":"link","link":{"url":"https://example.org/a"}},
                 {"type":"wall","wall":{"id":3,"from_id":-9}},
                 {"type":"graffiti","graffiti":{"id":4,"owner_id":777,"url":"https://vk.com/g.png"}},
                 {"type":"sticker","sticker":{"sticker_id":1}},
                 {"type":"something_new","something_new":{"x":[1]}}],
                 "geo":{"type":"point","coordinates":{"latitude":51.5015,"longitude":81.2078},"place":{"title":"Рубцовск"}},
                 "fwd_messages":[{"from_id":5,"text":"Соседи тоже жалуются","attachments":[
                  {"type":"photo","photo":{"id":9,"owner_id":5,"sizes":[{"type":"z","url":"https://vk.com/z.jpg"},{"type":"m","url":"https://vk.com/m.jpg"}]}}]}]}}}""");
        assertThat(message.text()).isEqualTo("""
                Смотрите
                Видео: https://vk.com/video777_2
                Ссылка: https://example.org/a
                Запись: https://vk.com/wall-9_3
                Переслано: Соседи тоже жалуются""");
        assertThat(message.place()).isEqualTo("Рубцовск (51.501500, 81.207800)");
        assertThat(message.files())
                .containsExactly(
                        new RemoteFile("doc777_1", Kind.DOCUMENT, "https://vk.com/doc777_1", "акт.pdf", 1234L),
                        new RemoteFile("graffiti777_4", Kind.PHOTO, "https://vk.com/g.png", null, null),
                        new RemoteFile("photo5_9", Kind.PHOTO, "https://vk.com/z.jpg", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "[id1|Павел], добрый день~ Павел, добрый день",
                "[club456|Мой город] и [id2:bp-456_7|Анна]~ Мой город и Анна",
                "см. [https://vk.com/a|тут]~ см. тут (https://vk.com/a)",
                "a[0] ~ a[0]"
            },
            delimiter = '~')
    @DisplayName("упоминания читаются как имена")
    void mentionsAreReadable(String written, String read) {
        assertThat(VkContent.readable(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "like_add_captured_2020",
                "message_reply",
                "wall_post_new_captured_2020_secret_replaced",
                "wall_post_new_deprecated_version_warning"
            })
    @DisplayName("отметки, записи и ответы самого сообщества – не сообщения")
    void otherEventsAreNothing(String file) {
        assertThat(read(456, VkPayloads.event(file).toString())).singleElement().isInstanceOf(Inbound.Nothing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall_reply_new", "wall_reply_edit", "wall_reply_restore"})
    @DisplayName("комментарии самого сообщества пропускаются")
    void ownCommentsAreNothing(String type) {
        assertThat(read(456, COMMENT.replace("wall_reply_new", type).replace("777", "-456")))
                .containsExactly(new Inbound.Nothing("Написало само сообщество"));
    }

    @Test
    @DisplayName("комментарий от имени другого сообщества – сообщение этого сообщества")
    void anotherCommunityMayWrite() {
        assertThat(message(COMMENT.replace("777", "-99")).author().page()).isEqualTo("https://vk.com/club99");
    }

    @Test
    @DisplayName("свои сообщения, служебные события беседы и пустые сообщения пропускаются")
    void ownAndEmptyMessagesAreNothing() {
        String template =
                "{\"type\":\"message_new\",\"group_id\":456,\"object\":{\"message\":{\"id\":5,\"peer_id\":777,%s}}}";
        for (String fields : List.of(
                "\"from_id\":-456,\"text\":\"a\"",
                "\"from_id\":777,\"out\":1,\"text\":\"a\"",
                "\"from_id\":777,\"text\":\"\",\"action\":{\"type\":\"chat_invite_user\"}",
                "\"from_id\":777,\"text\":\" \",\"attachments\":[{\"type\":\"sticker\"}]")) {
            assertThat(read(456, String.format(template, fields)))
                    .singleElement()
                    .isInstanceOf(Inbound.Nothing.class);
        }
    }

    @Test
    @DisplayName("правка, восстановление и удаление относятся к тому же комментарию")
    void editsAndDeletions() {
        assertThat(read(456, COMMENT.replace("wall_reply_new", "wall_reply_edit")))
                .containsExactly(new Inbound.Edit(Channel.VK, "wall-456_13", "edit-e1", "Яма", NOW));
        List<Inbound> restored = read(456, COMMENT.replace("wall_reply_new", "wall_reply_restore"));
        assertThat(restored.get(0)).isInstanceOf(InboundMessage.class);
        assertThat(restored.get(1)).isInstanceOfSatisfying(Inbound.Edit.class, it -> assertThat(it.text())
                .isEqualTo("Комментарий восстановлен.\nЯма"));
        assertThat(read(456, VkPayloads.event("wall_reply_delete").toString()))
                .containsExactly(new Inbound.Deletion(Channel.VK, "wall-456_13", NOW));
    }

    @Test
    @DisplayName("правка сообщения в диалоге находит его и время правки")
    void editsOfMessages() {
        String edit = """
                {"type":"message_edit","group_id":456,"event_id":"e9","object":{"id":5,"conversation_message_id":6,
                 "from_id":777,"peer_id":777,"date":1763863200,"update_time":1763863300,"text":"Исправил"}}""";
        assertThat(read(456, edit))
                .containsExactly(new Inbound.Edit(
                        Channel.VK, "peer777_6", "edit-e9", "Исправил", Instant.ofEpochSecond(1763863300)));
        assertThat(read(456, edit.replace("\"from_id\":777", "\"from_id\":-456")))
                .singleElement()
                .isInstanceOf(Inbound.Nothing.class);
    }

    @Test
    @DisplayName("нажатая оценка – ответ на опрос")
    void aPressedMark() {
        String pressed = """
                {"type":"message_new","group_id":456,"object":{"message":{"id":5,"from_id":777,"peer_id":777,
                 "text":"5","payload":"{\\"mark\\":\\"mark:a1B2:5\\"}"}}}""";
        assertThat(read(456, pressed)).containsExactly(new Inbound.Mark(Channel.VK, "a1B2", 5));
        assertThat(message(pressed.replace("mark:a1B2:5", "start")).text()).isEqualTo("5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"wall_reply_new\"}",
                "{\"type\":\"wall_reply_new\",\"object\":{}}",
                "{\"type\":\"wall_reply_new\",\"object\":[1]}",
                "{\"type\":\"wall_reply_new\",\"object\":{\"id\":\"тринадцать\"}}",
                "{\"type\":\"wall_reply_new\",\"object\":{\"warning\":\"deprecated\"}}",
                "{\"type\":\"message_new\",\"object\":{\"message\":{\"text\":\"a\"}}}",
                "[]",
                "",
                "null1"
            })
    @DisplayName("чего никогда не понять, откладывается")
    void nonsenseIsPutAside(String body) {
        assertThatThrownBy(() -> read(456, body)).isInstanceOf(Unreadable.class);
    }

    @Test
    @DisplayName("пока канал не настроен, его адреса нет")
    void withoutSettingsThereIsNoHook() throws IOException {
        for (VkSettings settings : List.of(
                new VkSettings(0, "", "s", "c", URI.create("http://localhost")),
                new VkSettings(456, "", "", "c", URI.create("http://localhost")),
                new VkSettings(456, "", "s", "", URI.create("http://localhost")))) {
            Inbox inbox = Mockito.mock(Inbox.class);
            assertThat(new VkHook(
                                    settings,
                                    inbox,
                                    Jackson2ObjectMapperBuilder.json().build())
                            .take(new MockHttpServletRequest())
                            .getStatusCode())
                    .isEqualTo(HttpStatus.NOT_FOUND);
            Mockito.verifyNoInteractions(inbox);
        }
    }

    private static InboundMessage message(String event) {
        return (InboundMessage) read(456, event).get(0);
    }

    private static List<Inbound> read(long group, String event) {
        return new VkInbound(
                        new VkSettings(group, "", "s", "c", URI.create("http://localhost")),
                        Jackson2ObjectMapperBuilder.json().build(),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .read(event.getBytes(StandardCharsets.UTF_8));
    }
}
