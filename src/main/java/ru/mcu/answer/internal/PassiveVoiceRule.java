package ru.mcu.answer.internal;

import java.util.Set;
import java.util.regex.Pattern;

/** «Специалистами проведён осмотр»: the doer is named, so let the doer act. */
final class PassiveVoiceRule implements Rule {

    private static final Pattern PASSIVE = Pattern.compile(
            "\\p{L}{3,25}(?:ен|ена|ено|ены|ан|ана|ано|аны|ят|ята|ято|яты|ыт|ыта|ыто|ыты|ится|ится|уется|уются|ается|аются"
                    + "|яется|яются|атся|ятся)");

    private final Phrases doers;
    private final Set<String> prepositions;
    private final Set<String> notPassive;

    PassiveVoiceRule(RuleParameters parameters) {
        this.doers = parameters.phrases("doers");
        this.prepositions = Set.copyOf(parameters.words("prepositions"));
        this.notPassive = Set.copyOf(parameters.words("notPassive"));
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var text = inspection.text();
        for (var sentence : text.sentences()) {
            var doer = doers.firstIn(text, sentence.first(), sentence.end());
            if (doer.isEmpty() || afterPreposition(text, doer.get().first())) {
                continue;
            }
            for (int token = sentence.first(); token < sentence.end(); token++) {
                var word = text.word(token);
                if (PASSIVE.matcher(word).matches() && !notPassive.contains(word)) {
                    int first = Math.min(token, doer.get().first());
                    int last = Math.max(token, doer.get().last());
                    report.found(text.from(first), text.to(last), null);
                    break;
                }
            }
        }
    }

    private boolean afterPreposition(Text text, int token) {
        return token > 0 && prepositions.contains(text.word(token - 1));
    }
}
