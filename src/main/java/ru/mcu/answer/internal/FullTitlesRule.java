package ru.mcu.answer.internal;

import java.util.Map;
import java.util.regex.Pattern;

/** Acts and bodies are named so as people call them, not by their full titles. */
final class FullTitlesRule implements Rule {

    private static final int ACT_LENGTH = 220;

    private static final Pattern REQUISITES =
            Pattern.compile("[^!?\\n]{0,110}?\\sот\\s\\d{1,2}[^!?\\n]{2,25}?(?:№|N)\\s?[\\p{L}\\d/-]{1,12}");

    private final Phrases acts;
    private final Phrases bodies;

    FullTitlesRule(RuleParameters parameters) {
        this.acts = parameters.phrases("acts");
        this.bodies = parameters.phrases("bodies");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var text = inspection.text();
        for (var match : bodies.in(text)) {
            found(text, text.from(match.first()), text.to(match.last()), report);
        }
        int done = 0;
        for (var match : acts.in(text)) {
            int end = text.to(match.last());
            var requisites = REQUISITES
                    .matcher(text.original())
                    .region(end, Math.min(text.original().length(), end + ACT_LENGTH));
            if (end > done && requisites.lookingAt()) {
                found(text, text.from(match.first()), requisites.end(), report);
                done = requisites.end();
            }
        }
    }

    private static void found(Text text, int from, int to, Report report) {
        report.found(from, to, null, Map.of("что", text.original().substring(from, to)));
    }
}
