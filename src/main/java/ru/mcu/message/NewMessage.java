package ru.mcu.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Channel;

/**
 * What a channel hands over at intake. Only channel, text and the time of receipt are always known.
 *
 * @param externalId the id in the channel; together with the channel it makes registration repeatable
 * @param thread what an answer is attached to: post and comment, chat, Message-ID
 * @param receivedAt when the citizen wrote; the clock itself starts with registration
 * @param plannedAt the end of the term that another system already promised (ПОС)
 * @param executor the body another system named, by any of its names
 * @param draft an answer that another system already holds
 */
public record NewMessage(
        Channel channel,
        @Nullable String externalId,
        @Nullable String sourceNumber,
        @Nullable String thread,
        @Nullable String link,
        @Nullable String authorName,
        @Nullable String authorContact,
        @Nullable String authorLink,
        boolean anonymous,
        String text,
        @Nullable String place,
        @Nullable String district,
        @Nullable String topicGroup,
        @Nullable String topic,
        Priority priority,
        MessageKind kind,
        Regime regime,
        @Nullable String executor,
        Instant receivedAt,
        @Nullable Instant plannedAt,
        @Nullable Instant finishedAt,
        boolean hasMedia,
        EntryStep entryStep,
        @Nullable String draft) {

    /** A message of which only the essentials are known. */
    public static NewMessage of(Channel channel, @Nullable String externalId, String text, Instant receivedAt) {
        return new NewMessage(
                channel,
                externalId,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                text,
                null,
                null,
                null,
                null,
                Priority.NORMAL,
                MessageKind.SOLVABLE,
                Regime.MESSAGE,
                null,
                receivedAt,
                null,
                null,
                false,
                EntryStep.TRIAGE,
                null);
    }
}
