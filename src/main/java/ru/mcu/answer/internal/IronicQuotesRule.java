package ru.mcu.answer.internal;

import java.util.Map;
import java.util.regex.Pattern;

/** Quotation marks around ordinary words read as irony; names begin with a capital. */
final class IronicQuotesRule implements Rule {

    private static final Pattern QUOTED = Pattern.compile("[«\"“„]([^«»\"“”„\\n]{1,40})[»\"”]");

    private final Phrases allowed;
    private final int mostWords;

    IronicQuotesRule(RuleParameters parameters) {
        this.allowed = parameters.phrases("allowed");
        this.mostWords = parameters.number("mostWords");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        for (var found = QUOTED.matcher(inspection.draft().text()); found.find(); ) {
            var words = new Text(found.group(1));
            boolean ordinary = words.size() > 0
                    && words.size() <= mostWords
                    && Character.isLowerCase(found.group(1).charAt(0));
            if (ordinary && allowed.firstIn(words, 0, words.size()).isEmpty()) {
                report.found(found.start(), found.end(), found.group(1), Map.of("что", found.group()));
            }
        }
    }
}
