package ru.mcu.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.InboundAdapter;
import ru.mcu.channel.InboundMessage;
import ru.mcu.channel.RemoteFile;
import ru.mcu.channel.RemoteFile.Kind;
import ru.mcu.platform.Channel;

/** Understands events of Одноклассники: lines of dialogues with the group. The channel tells of no edits or deletions. */
@Component
class OkInbound implements InboundAdapter {

    private final ObjectMapper json;
    private final Clock clock;

    OkInbound(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.OK;
    }

    @Override
    public List<Inbound> read(byte[] body) {
        try {
            OkEvent event = json.readValue(body, OkEvent.class);
            return List.of(event == null ? new Inbound.Nothing("Событие пустое") : understand(event));
        } catch (IOException e) {
            throw new Unreadable("Событие устроено не так, как описано в API Одноклассников");
        }
    }

    private Inbound understand(OkEvent event) {
        if (event.webhookType() != null && !event.webhookType().equals(OkEvent.CREATED)) {
            return new Inbound.Nothing("Событие не сообщение");
        }
        OkEvent.Words words = event.message();
        if (words == null) {
            return new Inbound.Nothing("Событие беседы без сообщения");
        }
        OkEvent.Sender sender = event.sender();
        if (sender == null || !sender.isPerson()) {
            return new Inbound.Nothing("Написала сама группа");
        }
        String chat = event.recipient() == null ? null : event.recipient().chatId();
        if (chat == null
                || !OkThread.CHAT.matcher(chat).matches()
                || words.mid() == null
                || words.mid().isBlank()) {
            throw new Unreadable("В событии нет номера беседы или сообщения");
        }
        String text = text(words);
        List<RemoteFile> files = files(words);
        String place = place(words);
        if (text.isBlank() && files.isEmpty() && place == null) {
            return new Inbound.Nothing("Нет ни текста, ни вложений, которые можно показать");
        }
        String user = String.valueOf(sender.userId());
        return new InboundMessage(
                Channel.OK,
                words.mid(),
                chat + "-" + user,
                new OkThread(chat, user).toString(),
                null,
                new InboundMessage.Author(
                        sender.name(), "https://ok.ru/profile/" + user.substring("user:".length()), null),
                text.isBlank() && files.isEmpty() ? "Место: " + place : text,
                place,
                files,
                event.timestamp() > 0 ? Instant.ofEpochMilli(event.timestamp()) : clock.instant());
    }

    /** The words, and the pages that no file stands behind. */
    private static String text(OkEvent.Words words) {
        StringBuilder text =
                new StringBuilder(words.text() == null ? "" : words.text().strip());
        for (OkEvent.Attachment attachment : attachments(words)) {
            String address = attachment.field("url");
            boolean isPage = attachment.kind().equals("SHARE") || isVideoPage(attachment);
            if (isPage && !address.isBlank() && text.indexOf(address) < 0) {
                text.append(text.isEmpty() ? "" : "\n").append(address);
            }
        }
        return text.toString();
    }

    private static List<RemoteFile> files(OkEvent.Words words) {
        List<RemoteFile> files = new ArrayList<>();
        int number = 0;
        for (OkEvent.Attachment attachment : attachments(words)) {
            number++;
            Kind kind = kind(attachment);
            String address = attachment.field("url");
            if (kind != null && address.startsWith("http")) {
                String name = attachment.field("name");
                files.add(
                        new RemoteFile(words.mid() + "#" + number, kind, address, name.isBlank() ? null : name, null));
            }
        }
        return files;
    }

    private static @Nullable Kind kind(OkEvent.Attachment attachment) {
        return switch (attachment.kind()) {
            case "IMAGE", "PHOTO" -> Kind.PHOTO;
            case "VIDEO" -> isVideoPage(attachment) ? null : Kind.VIDEO;
            case "AUDIO" -> Kind.VOICE;
            case "FILE" -> Kind.DOCUMENT;
            default -> null;
        };
    }

    /** A video is a file, or a page of the channel or of another site. */
    private static boolean isVideoPage(OkEvent.Attachment attachment) {
        String address = attachment.field("url");
        return attachment.kind().equals("VIDEO")
                && (address.contains("/video/") || address.contains("youtu") || address.contains("rutube"));
    }

    private static @Nullable String place(OkEvent.Words words) {
        for (OkEvent.Attachment attachment : attachments(words)) {
            JsonNode point = attachment.payload();
            if (attachment.kind().equals("LOCATION") && point != null) {
                JsonNode latitude = point.has("latitude") ? point.get("latitude") : point.path("lat");
                JsonNode longitude = point.has("longitude") ? point.get("longitude") : point.path("lon");
                if (latitude.isNumber() && longitude.isNumber()) {
                    return String.format(Locale.ROOT, "%.6f, %.6f", latitude.asDouble(), longitude.asDouble());
                }
            }
        }
        return null;
    }

    private static List<OkEvent.Attachment> attachments(OkEvent.Words words) {
        List<OkEvent.Attachment> all = new ArrayList<>();
        if (words.attachment() != null) {
            all.add(words.attachment());
        }
        if (words.attachments() != null) {
            words.attachments().stream().filter(java.util.Objects::nonNull).forEach(all::add);
        }
        return all;
    }
}
