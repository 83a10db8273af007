package ru.mcu.channel.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.RemoteFile;
import ru.mcu.platform.Channel;

/**
 * A file that this node is about to fetch.
 *
 * @param attempt counted from 1; settles nothing any more once another node has begun the next one
 */
record Wanted(
        UUID id,
        UUID messageId,
        Channel channel,
        RemoteFile.Kind kind,
        String handle,
        @Nullable String name,
        @Nullable Long size,
        int attempt) {

    /** The sender's name of the file, or what it is. */
    String title() {
        return name == null || name.isBlank() ? title(kind) : name;
    }

    static String title(RemoteFile.Kind kind) {
        return switch (kind) {
            case PHOTO -> "фото";
            case VIDEO -> "видео";
            case DOCUMENT -> "документ";
            case VOICE -> "голосовое сообщение";
        };
    }
}
