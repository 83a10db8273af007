package ru.mcu.answer.internal;

import java.util.Map;
import ru.mcu.answer.DraftKind;

/** An interim answer tells the citizen the day of the final one. */
final class InterimDateRule implements Rule {

    private final Phrases promises;
    private final String addDate;

    InterimDateRule(RuleParameters parameters) {
        this.promises = parameters.phrases("promises");
        this.addDate = parameters.text("addDate");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var draft = inspection.draft();
        if (draft.kind() != DraftKind.INTERIM) {
            return;
        }
        var date = draft.finalAnswerDate();
        boolean told = date == null ? promisesSomeDate(inspection.text()) : Dates.mentioned(draft.text(), date);
        if (!told) {
            var hint = date == null ? null : addDate.replace("{дата}", Dates.written(date));
            report.found(inspection.length(), inspection.length(), hint, Map.of());
        }
    }

    /** A date in a sentence that promises an answer; «от 12.11» is the date of the citizen's own message. */
    private boolean promisesSomeDate(Text text) {
        return text.sentences().stream()
                .filter(sentence ->
                        promises.firstIn(text, sentence.first(), sentence.end()).isPresent())
                .map(sentence -> text.original().substring(sentence.from(), sentence.to()))
                .anyMatch(sentence -> Dates.in(sentence).stream().anyMatch(date -> !sentence.substring(0, date.from())
                        .stripTrailing()
                        .endsWith("от")));
    }
}
