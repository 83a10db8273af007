package ru.mcu.channel.max;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.max.bot.Attachment;
import ru.max.bot.AudioAttachment;
import ru.max.bot.FileAttachment;
import ru.max.bot.LocationAttachment;
import ru.max.bot.MessageBody;
import ru.max.bot.PhotoAttachment;
import ru.max.bot.VideoAttachment;
import ru.mcu.channel.RemoteFile;

/** What a message came with. */
final class MaxFiles {

    /** A video has no address of its own, but a token to ask for one. */
    static final String VIDEO = "video:";

    private MaxFiles() {}

    static List<RemoteFile> of(MessageBody body) {
        List<RemoteFile> files = new ArrayList<>();
        for (Attachment attachment : attachments(body)) {
            RemoteFile file = file(attachment);
            if (file != null && !file.key().isEmpty() && !file.handle().isEmpty()) {
                files.add(file);
            }
        }
        return files;
    }

    static @Nullable String place(MessageBody body) {
        for (Attachment attachment : attachments(body)) {
            if (attachment instanceof LocationAttachment point) {
                return point.getLatitude() + ", " + point.getLongitude();
            }
        }
        return null;
    }

    private static @Nullable RemoteFile file(Attachment attachment) {
        if (attachment instanceof PhotoAttachment photo) {
            JsonNode payload = MaxClient.JSON.valueToTree(photo.getPayload());
            return new RemoteFile(payload.path("photo_id").asText(), RemoteFile.Kind.PHOTO, url(payload), null, null);
        }
        if (attachment instanceof VideoAttachment video) {
            String token =
                    MaxClient.JSON.valueToTree(video.getPayload()).path("token").asText();
            return new RemoteFile(token, RemoteFile.Kind.VIDEO, VIDEO + token, null, null);
        }
        if (attachment instanceof AudioAttachment audio) {
            JsonNode payload = MaxClient.JSON.valueToTree(audio.getPayload());
            return new RemoteFile(payload.path("token").asText(), RemoteFile.Kind.VOICE, url(payload), null, null);
        }
        if (attachment instanceof FileAttachment file) {
            JsonNode payload = MaxClient.JSON.valueToTree(file.getPayload());
            return new RemoteFile(
                    payload.path("token").asText(),
                    RemoteFile.Kind.DOCUMENT,
                    url(payload),
                    file.getFilename(),
                    file.getSize());
        }
        return null;
    }

    private static String url(JsonNode payload) {
        return payload.path("url").asText();
    }

    /** What later versions of the API may add is read as null. */
    private static List<Attachment> attachments(MessageBody body) {
        List<@Nullable Attachment> all = body.getAttachments();
        List<Attachment> known = new ArrayList<>();
        if (all != null) {
            all.forEach(attachment -> {
                if (attachment != null) {
                    known.add(attachment);
                }
            });
        }
        return known;
    }
}
