package ru.mcu.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.RemoteFile;
import ru.mcu.channel.RemoteFile.Kind;

/** What a comment or a message holds, in the words and files that staff can read. */
final class VkContent {

    private static final Pattern MENTION =
            Pattern.compile("\\[(?:id|club|public|event)\\d+(?::[\\w-]+)?\\|([^\\[\\]|]+)]");
    private static final Pattern NAMED_LINK = Pattern.compile("\\[(https?://[^|\\s\\]]+)\\|([^\\[\\]|]+)]");
    private static final String SIZES_FROM_SMALL = "smopqrxyzw";
    private static final int DEEPEST_FORWARD = 3;

    private VkContent() {}

    static String text(@Nullable String written, @Nullable List<VkAttachment> attachments) {
        List<String> parts = new ArrayList<>();
        parts.add(readable(written == null ? "" : written));
        all(attachments).map(VkContent::page).filter(Objects::nonNull).forEach(parts::add);
        return joined(parts);
    }

    /** The author's words and what he forwarded. */
    static String text(VkMessage message) {
        return text(message, 0);
    }

    private static String text(VkMessage message, int depth) {
        List<String> parts = new ArrayList<>();
        parts.add(text(message.words(), message.attachments()));
        if (depth < DEEPEST_FORWARD && message.fwdMessages() != null) {
            message.fwdMessages().stream()
                    .map(forwarded -> text(forwarded, depth + 1))
                    .filter(text -> !text.isBlank())
                    .forEach(text -> parts.add("Переслано: " + text));
        }
        return joined(parts);
    }

    static List<RemoteFile> files(@Nullable List<VkAttachment> attachments) {
        return all(attachments).map(VkContent::file).filter(Objects::nonNull).toList();
    }

    static List<RemoteFile> files(VkMessage message) {
        return files(message, 0).toList();
    }

    private static Stream<RemoteFile> files(VkMessage message, int depth) {
        Stream<RemoteFile> own = files(message.attachments()).stream();
        return depth >= DEEPEST_FORWARD || message.fwdMessages() == null
                ? own
                : Stream.concat(own, message.fwdMessages().stream().flatMap(forwarded -> files(forwarded, depth + 1)));
    }

    /** A title or co-ordinates: messages have them as numbers, comments as one text. */
    static @Nullable String place(@Nullable JsonNode geo) {
        if (geo == null || !geo.isObject()) {
            return null;
        }
        String title = geo.path("place").path("title").asText("");
        JsonNode point = geo.path("coordinates");
        String coordinates = "";
        if (point.path("latitude").isNumber() && point.path("longitude").isNumber()) {
            coordinates = String.format(
                    Locale.ROOT,
                    "%.6f, %.6f",
                    point.path("latitude").asDouble(),
                    point.path("longitude").asDouble());
        } else if (point.isTextual()) {
            coordinates = point.asText().strip().replaceAll("\\s+", ", ");
        }
        String place = Stream.of(title, coordinates)
                .filter(it -> !it.isBlank())
                .reduce("", (a, b) -> a.isEmpty() ? b : a + " (" + b + ")");
        return place.isEmpty() ? null : place;
    }

    /** {@code [id1|Имя]} is how the API writes a name that is a link. */
    static String readable(String text) {
        String named = MENTION.matcher(text).replaceAll("$1");
        return NAMED_LINK.matcher(named).replaceAll("$2 ($1)").strip();
    }

    private static @Nullable RemoteFile file(VkAttachment attachment) {
        VkAttachment.Item photo = attachment.photo();
        if (photo != null) {
            return file("photo" + photo.key(), Kind.PHOTO, largest(photo), null, null);
        }
        VkAttachment.Item doc = attachment.doc();
        if (doc != null) {
            return file("doc" + doc.key(), Kind.DOCUMENT, doc.url(), doc.title(), doc.size());
        }
        VkAttachment.Item voice = attachment.audioMessage();
        if (voice != null) {
            String sound = voice.linkOgg() == null ? voice.linkMp3() : voice.linkOgg();
            return file("voice" + voice.key(), Kind.VOICE, sound, null, null);
        }
        VkAttachment.Item drawing = attachment.graffiti();
        return drawing == null ? null : file("graffiti" + drawing.key(), Kind.PHOTO, drawing.url(), null, null);
    }

    private static @Nullable RemoteFile file(
            String key, Kind kind, @Nullable String address, @Nullable String name, @Nullable Long size) {
        return address == null || address.isBlank() ? null : new RemoteFile(key, kind, address, name, size);
    }

    /** Videos have no file for communities, only a page. */
    private static @Nullable String page(VkAttachment attachment) {
        VkAttachment.Item video = attachment.video();
        if (video != null) {
            return "Видео: https://vk.com/video" + video.key();
        }
        VkAttachment.Item post = attachment.wall();
        if (post != null) {
            long owner = post.ownerId() == 0 ? post.fromId() : post.ownerId();
            return "Запись: https://vk.com/wall" + owner + "_" + post.id();
        }
        VkAttachment.Item link = attachment.link();
        return link == null || link.url() == null ? null : "Ссылка: " + link.url();
    }

    private static @Nullable String largest(VkAttachment.Item photo) {
        if (photo.origPhoto() != null && photo.origPhoto().url() != null) {
            return photo.origPhoto().url();
        }
        return photo.sizes() == null
                ? null
                : photo.sizes().stream()
                        .filter(size -> size.url() != null)
                        .max(Comparator.comparingLong((VkAttachment.Picture size) -> size.width() * size.height())
                                .thenComparingInt(
                                        size -> SIZES_FROM_SMALL.indexOf(size.type() == null ? "?" : size.type())))
                        .map(VkAttachment.Picture::url)
                        .orElse(null);
    }

    private static Stream<VkAttachment> all(@Nullable List<VkAttachment> attachments) {
        return attachments == null ? Stream.empty() : attachments.stream().filter(Objects::nonNull);
    }

    private static String joined(List<String> parts) {
        return String.join("\n", parts.stream().filter(part -> !part.isBlank()).toList());
    }
}
