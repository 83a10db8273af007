package ru.mcu.channel.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.EnclosedFile;

/**
 * A letter as far as we understand it.
 *
 * @param messageId with its angle brackets; null when the writer's program gave none
 * @param answerTo where the writer wants answers, null when he can be reached nowhere
 * @param references Message-IDs of earlier letters, the nearest first
 * @param text what is new in it
 * @param original all of it, where quoted letters were cut off
 * @param automatic the Russian reason why no person wrote it, null when a person did
 * @param report what a mail server tells of an earlier letter; null in all other letters
 */
record Letter(
        @Nullable String messageId,
        @Nullable Sender from,
        @Nullable String answerTo,
        @Nullable Instant sentAt,
        List<String> references,
        String text,
        @Nullable String original,
        List<EnclosedFile> files,
        @Nullable String automatic,
        @Nullable String report) {

    /** Who wrote, as his program names him. */
    record Sender(@Nullable String name, String address) {}
}
