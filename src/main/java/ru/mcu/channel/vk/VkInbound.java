package ru.mcu.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.InboundAdapter;
import ru.mcu.channel.InboundMessage;
import ru.mcu.channel.RemoteFile;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;

/** Understands events of the Callback API: comments under posts and lines of dialogues, written, changed, deleted. */
@Component
class VkInbound implements InboundAdapter {

    private static final Pattern MARK = Pattern.compile("mark:([^:]+):([1-5])");
    private static final String OWN = "Написало само сообщество";
    private static final String EMPTY = "Нет ни текста, ни вложений, которые можно показать";

    private final VkSettings settings;
    private final ObjectMapper json;
    private final Clock clock;

    VkInbound(VkSettings settings, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.VK;
    }

    @Override
    public List<Inbound> read(byte[] body) {
        try {
            VkEvent event = json.readValue(body, VkEvent.class);
            return understand(event, event.type() == null ? "" : event.type());
        } catch (IOException e) {
            throw new Unreadable("Событие устроено не так, как описано в API ВКонтакте");
        }
    }

    private List<Inbound> understand(VkEvent event, String type) throws IOException {
        return switch (type) {
            case "wall_reply_new" -> written(comment(event));
            case "wall_reply_edit" -> changed(event, comment(event));
            case "wall_reply_restore" -> restored(event, comment(event));
            case "wall_reply_delete" -> deleted(comment(event));
            case "message_new" -> written(message(event));
            case "message_edit" -> changed(event, message(event));
            case "message_reply" -> nothing(OWN);
            default ->
                nothing(type.matches("[a-z_]{1,50}") ? "Событие «" + type + "» не сообщение" : "Неизвестное событие");
        };
    }

    private List<Inbound> written(VkComment comment) {
        if (isOwn(comment.fromId())) {
            return nothing(OWN);
        }
        long wall = comment.wall(settings.group());
        String text = VkContent.text(comment.text(), comment.attachments());
        List<RemoteFile> files = VkContent.files(comment.attachments());
        String place = VkContent.place(comment.geo());
        if (text.isBlank() && files.isEmpty() && place == null) {
            return nothing(EMPTY);
        }
        return List.of(new InboundMessage(
                Channel.VK,
                id(comment),
                "wall" + wall + "_" + comment.postId() + "-" + comment.root() + "-" + comment.fromId(),
                new VkTarget.Comment(wall, comment.postId(), comment.id(), comment.root()).thread(),
                VkLinks.comment(wall, comment.postId(), comment.id(), comment.root()),
                author(comment.fromId()),
                textOrPlace(text, files, place),
                place,
                files,
                at(comment.date())));
    }

    private List<Inbound> changed(VkEvent event, VkComment comment) {
        if (isOwn(comment.fromId())) {
            return nothing(OWN);
        }
        String text = VkContent.text(comment.text(), comment.attachments());
        return List.of(new Inbound.Edit(Channel.VK, id(comment), changeId(event, text), text, clock.instant()));
    }

    /** Known words come back with a note for staff; words that were hidden from us until now are a message. */
    private List<Inbound> restored(VkEvent event, VkComment comment) {
        List<Inbound> again = written(comment);
        if (!(again.get(0) instanceof InboundMessage message)) {
            return again;
        }
        String text = "Комментарий восстановлен.\n" + message.text();
        return List.of(
                message,
                new Inbound.Edit(
                        Channel.VK, message.externalId(), changeId(event, "restored" + text), text, clock.instant()));
    }

    private List<Inbound> deleted(VkComment comment) {
        return List.of(new Inbound.Deletion(Channel.VK, id(comment), clock.instant()));
    }

    private List<Inbound> written(VkMessage message) {
        if (message.out() == 1 || isOwn(message.author())) {
            return nothing(OWN);
        }
        if (message.action() != null && message.action().isObject()) {
            return nothing("Служебное событие беседы");
        }
        Matcher mark = MARK.matcher(pressed(message.payload()));
        if (mark.matches()) {
            return List.of(new Inbound.Mark(Channel.VK, mark.group(1), Integer.parseInt(mark.group(2))));
        }
        String text = VkContent.text(message);
        List<RemoteFile> files = VkContent.files(message);
        String place = VkContent.place(message.geo());
        if (text.isBlank() && files.isEmpty() && place == null) {
            return nothing(EMPTY);
        }
        long peer = message.peer();
        return List.of(new InboundMessage(
                Channel.VK,
                id(message),
                peer == message.author() ? "peer" + peer : "peer" + peer + "-" + message.author(),
                new VkTarget.Dialogue(peer).thread(),
                VkLinks.dialogue(settings.group(), peer),
                author(message.author()),
                textOrPlace(text, files, place),
                place,
                files,
                at(message.date())));
    }

    private List<Inbound> changed(VkEvent event, VkMessage message) {
        if (message.out() == 1 || isOwn(message.author())) {
            return nothing(OWN);
        }
        String text = VkContent.text(message);
        Instant at = message.updateTime() > 0 ? at(message.updateTime()) : clock.instant();
        return List.of(new Inbound.Edit(Channel.VK, id(message), changeId(event, text), text, at));
    }

    private VkComment comment(VkEvent event) throws IOException {
        VkComment comment = json.treeToValue(object(event), VkComment.class);
        boolean needsAuthor = !"wall_reply_delete".equals(event.type());
        if (comment == null || comment.id() == 0 || comment.postId() == 0 || (needsAuthor && comment.fromId() == 0)) {
            throw new Unreadable("В событии нет номера комментария, записи или автора");
        }
        return comment;
    }

    /** Since version 5.103 a new message lies one level deeper. */
    private VkMessage message(VkEvent event) throws IOException {
        JsonNode object = object(event);
        VkMessage message =
                json.treeToValue(object.path("message").isObject() ? object.get("message") : object, VkMessage.class);
        if (message == null || message.author() == 0 || message.id() == 0 && message.conversationMessageId() == 0) {
            throw new Unreadable("В событии нет номера сообщения или автора");
        }
        return message;
    }

    private static JsonNode object(VkEvent event) {
        JsonNode object = event.object();
        if (object == null || !object.isObject()) {
            throw new Unreadable("Событие пустое");
        }
        if (object.has("warning") && !object.has("id")) {
            throw new Unreadable("Версия API устарела: выберите 5.199 в настройках Callback API сообщества");
        }
        return object;
    }

    private String pressed(@Nullable String payload) {
        if (payload == null) {
            return "";
        }
        try {
            return json.readTree(payload).path("mark").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    private boolean isOwn(long author) {
        return author == -settings.group();
    }

    /** Comments are numbered within a wall. */
    private String id(VkComment comment) {
        return "wall" + comment.wall(settings.group()) + "_" + comment.id();
    }

    /** Messages of chats have no number but that within the chat. */
    private static String id(VkMessage message) {
        return message.conversationMessageId() == 0
                ? "message" + message.id()
                : "peer" + message.peer() + "_" + message.conversationMessageId();
    }

    private static String changeId(VkEvent event, String text) {
        return event.eventId() == null || event.eventId().isBlank()
                ? "edit-" + Hashes.sha256(text)
                : "edit-" + event.eventId();
    }

    /** His name is not in the event; asking for it would make every event wait for a call. */
    private static InboundMessage.Author author(long id) {
        return new InboundMessage.Author(null, VkLinks.author(id), null);
    }

    private static String textOrPlace(String text, List<RemoteFile> files, @Nullable String place) {
        return text.isBlank() && files.isEmpty() ? "Место: " + place : text;
    }

    private Instant at(long seconds) {
        return seconds > 0 ? Instant.ofEpochSecond(seconds) : clock.instant();
    }

    private static List<Inbound> nothing(String reason) {
        return List.of(new Inbound.Nothing(reason));
    }
}
