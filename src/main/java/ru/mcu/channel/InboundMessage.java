package ru.mcu.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Channel;

/**
 * What a citizen wrote, in the same shape from every channel. Only what the channel said: nothing of another channel is
 * ever added to it.
 *
 * @param externalId the channel's own id; together with the channel it makes registration repeatable
 * @param conversation the same for everything that one author writes in one thread or dialogue; null where a channel
 *     has no threads
 * @param thread where an answer goes, in words that only the channel's way out understands
 * @param link a page where staff can look at it
 * @param place an address or co-ordinates that the author gave
 * @param files what is to be fetched in the background
 * @param writtenAt when the citizen wrote it
 * @param enclosed files that came with the event itself
 * @param original all that he sent where {@code text} is only the part that is new, such as a letter with the quoted
 *     history below it
 */
public record InboundMessage(
        Channel channel,
        String externalId,
        @Nullable String conversation,
        String thread,
        @Nullable String link,
        Author author,
        String text,
        @Nullable String place,
        List<RemoteFile> files,
        Instant writtenAt,
        List<EnclosedFile> enclosed,
        @Nullable String original)
        implements Inbound {

    /** From a channel that names its files and quotes nothing. */
    public InboundMessage(
            Channel channel,
            String externalId,
            @Nullable String conversation,
            String thread,
            @Nullable String link,
            Author author,
            String text,
            @Nullable String place,
            List<RemoteFile> files,
            Instant writtenAt) {
        this(channel, externalId, conversation, thread, link, author, text, place, files, writtenAt, List.of(), null);
    }

    /** Whether there is anything besides words. */
    boolean hasFiles() {
        return !files.isEmpty() || !enclosed.isEmpty();
    }

    /**
     * Who wrote, as the channel names him.
     *
     * @param page his page in the channel; tells authors apart, so it must be stable
     * @param contact where an answer reaches him when the thread alone does not say it
     */
    public record Author(
            @Nullable String name,
            @Nullable String page,
            @Nullable String contact) {}
}
