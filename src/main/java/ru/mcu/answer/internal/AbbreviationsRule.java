package ru.mcu.answer.internal;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** An abbreviation that not everybody knows is spelled out at its first use. */
final class AbbreviationsRule implements Rule {

    private final Set<String> known;
    private final Set<String> shouted;

    AbbreviationsRule(RuleParameters parameters) {
        this.known = Set.copyOf(parameters.words("known"));
        this.shouted = Set.copyOf(parameters.words("notAbbreviations"));
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var text = inspection.text();
        var seen = new HashSet<String>();
        for (int token = 0; token < text.size(); token++) {
            if (!text.beginsWithTwoCapitals(token)) {
                continue;
            }
            var word = text.written(token);
            if (isUnknown(word) && seen.add(word) && !explained(text, token)) {
                report.found(text.from(token), text.to(token), null, Map.of("что", word));
            }
        }
    }

    private boolean isUnknown(String word) {
        return word.length() <= 8
                && Capitals.allCyrillicCapitals(word)
                && !known.contains(word)
                && !shouted.contains(word)
                && !Capitals.readsAsWord(word);
    }

    /** «управляющая компания (УК)», «УК (управляющая компания)», «УК — управляющая компания». */
    private static boolean explained(Text text, int token) {
        var original = text.original();
        boolean inBrackets = text.from(token) > 0 && original.charAt(text.from(token) - 1) == '(';
        var after = original.substring(text.to(token), Math.min(original.length(), text.to(token) + 3));
        return inBrackets || after.startsWith(" (") || after.equals(" — ") || after.equals(" – ");
    }
}
