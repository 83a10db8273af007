package ru.mcu.answer.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ru.mcu.answer.DraftKind;
import ru.mcu.answer.DraftText;
import ru.mcu.answer.Outcome;

/**
 * A draft in the rules file that must, or must not, trigger its rule. What is left out: a public answer in ВКонтакте.
 *
 * @param repeatTo repeat the text until it is so long, for examples of length rules
 */
public record Example(
        String text,
        @Nullable String channel,
        @Nullable Boolean publicChannel,
        boolean photo,
        @Nullable DraftKind kind,
        @Nullable Outcome outcome,
        @Nullable LocalDate finalAnswerDate,
        @Nullable LocalDate promisedDate,
        @Nullable String authorName,
        @Nullable String question,
        boolean linksConfirmed,
        int repeatTo) {

    public DraftText draft() {
        return new DraftText(
                repeatTo <= text.length()
                        ? text
                        : text.repeat(repeatTo / text.length() + 1).substring(0, repeatTo),
                channel == null ? "vk" : channel,
                publicChannel == null || publicChannel,
                photo,
                kind == null ? DraftKind.ANSWER : kind,
                outcome,
                finalAnswerDate,
                promisedDate,
                authorName,
                question,
                linksConfirmed);
    }
}
