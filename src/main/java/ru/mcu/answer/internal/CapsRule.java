package ru.mcu.answer.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A word in capitals shouts at the reader. */
final class CapsRule implements Rule {

    private final Set<String> shouted;
    private final Set<String> known;

    CapsRule(RuleParameters parameters) {
        this.shouted = Set.copyOf(parameters.words("shortWords"));
        this.known = Set.copyOf(parameters.words("known"));
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var text = inspection.text();
        for (int token = 0; token < text.size(); token++) {
            if (!text.beginsWithTwoCapitals(token)) {
                continue;
            }
            var word = text.written(token);
            boolean capitals = Capitals.allCyrillicCapitals(word) && !known.contains(word);
            if (capitals && (shouted.contains(word) || Capitals.readsAsWord(word))) {
                report.found(text.from(token), text.to(token), word.toLowerCase(Locale.ROOT), Map.of("что", word));
            }
        }
    }
}
