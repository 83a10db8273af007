package ru.mcu.message;

import ru.mcu.answer.DraftText;
import ru.mcu.answer.Outcome;

/** Puts a draft and its message into the words of the answer standard. */
final class DraftTexts {

    private DraftTexts() {}

    static DraftText of(Message message, Drafting.NewDraft draft) {
        return new DraftText(
                draft.text(),
                message.channel,
                message.channel().isPublicPlace(),
                false,
                draft.kind() == DraftKind.INTERIM ? ru.mcu.answer.DraftKind.INTERIM : ru.mcu.answer.DraftKind.ANSWER,
                Outcome.valueOf(draft.outcome().name()),
                draft.finalDueOn(),
                draft.promisedOn(),
                message.authorName,
                message.text,
                draft.linksConfirmed());
    }
}
