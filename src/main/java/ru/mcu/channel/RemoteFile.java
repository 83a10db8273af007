package ru.mcu.channel;

import org.jspecify.annotations.Nullable;

/**
 * A file that a channel names and that is fetched in the background.
 *
 * @param key tells the files of one message apart, also when the channel sends it again
 * @param handle what the channel's {@link FileSource} understands: an address or the channel's own id
 * @param size bytes, where the channel says so
 */
public record RemoteFile(
        String key,
        Kind kind,
        String handle,
        @Nullable String name,
        @Nullable Long size) {

    /** What the author attached. */
    public enum Kind {
        PHOTO,
        VIDEO,
        DOCUMENT,
        VOICE
    }
}
