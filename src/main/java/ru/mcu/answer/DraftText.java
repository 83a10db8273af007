package ru.mcu.answer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A draft with everything the standard has to know about it; the checker reads nothing else, so equal drafts get
 * equal findings.
 *
 * @param text the draft itself
 * @param channel channel code such as {@code vk} or {@code telegram}; an unknown code has no length limits
 * @param publicChannel whether strangers will read the answer
 * @param photo whether it goes out under a photo (Telegram then allows 1024 characters)
 * @param kind answer, interim answer, clarification or notice
 * @param outcome what became of the matter; null when not decided yet
 * @param finalAnswerDate for an interim answer: the day of the final one, in the city's zone
 * @param promisedDate the day by which work is promised, in the city's zone
 * @param authorName the citizen's name as the channel shows it; null when unknown
 * @param question the citizen's message; null when unknown
 * @param linksConfirmed the head has confirmed the links outside the allow-list
 */
public record DraftText(
        String text,
        String channel,
        boolean publicChannel,
        boolean photo,
        DraftKind kind,
        @Nullable Outcome outcome,
        @Nullable LocalDate finalAnswerDate,
        @Nullable LocalDate promisedDate,
        @Nullable String authorName,
        @Nullable String question,
        boolean linksConfirmed) {

    @SuppressWarnings({"ConstantValue", "RedundantNullCheck"}) // JSON may leave these out
    public DraftText {
        text = text == null ? "" : text;
        channel = channel == null ? "" : channel;
        kind = kind == null ? DraftKind.ANSWER : kind;
    }

    /** A final answer about which nothing more is known. */
    public static DraftText answer(String text, String channel, boolean publicChannel) {
        return new DraftText(
                text, channel, publicChannel, false, DraftKind.ANSWER, null, null, null, null, null, false);
    }
}
