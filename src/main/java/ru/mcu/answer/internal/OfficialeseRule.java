package ru.mcu.answer.internal;

import java.util.Map;

/** Officialese is shown with a plain word for it. */
final class OfficialeseRule implements Rule {

    private final Map<String, String> words;
    private final Phrases phrases;

    OfficialeseRule(RuleParameters parameters) {
        this.words = parameters.table("words");
        this.phrases = Phrases.of(words.keySet());
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var text = inspection.text();
        for (var match : phrases.in(text)) {
            int from = text.from(match.first());
            int to = text.to(match.last());
            var plain = words.getOrDefault(match.phrase(), "");
            report.found(
                    from,
                    to,
                    plain.isBlank() ? null : plain,
                    Map.of("что", text.original().substring(from, to)));
        }
    }
}
