package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Each numbered question of the citizen gets an answer under its number. */
final class NumberedQuestionsRule implements Rule {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\d\\p{L}.,/-])(\\d{1,2})[.)](?=\\s|\\p{L})");

    private final List<Phrases> ordinals;

    NumberedQuestionsRule(RuleParameters parameters) {
        this.ordinals = parameters.words("ordinals").stream()
                .map(ordinal -> Phrases.of(List.of(ordinal)))
                .toList();
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var question = inspection.draft().question();
        int asked = question == null ? 0 : countUp(question);
        if (asked < 2) {
            return;
        }
        var answered = numbers(inspection.draft().text());
        var missing = new ArrayList<String>();
        for (int number = 1; number <= asked; number++) {
            if (!answered.contains(number) && !inWords(number, inspection.text())) {
                missing.add(String.valueOf(number));
            }
        }
        if (!missing.isEmpty()) {
            report.found(inspection.length(), inspection.length(), null, Map.of("номера", String.join(", ", missing)));
        }
    }

    /** The length of the run 1, 2, 3 … in the order of the text; house numbers do not make such a run. */
    private static int countUp(String question) {
        int reached = 0;
        for (int number : numbers(question)) {
            reached += number == reached + 1 ? 1 : 0;
        }
        return reached;
    }

    private static List<Integer> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .toList();
    }

    private boolean inWords(int number, Text text) {
        return number <= ordinals.size()
                && ordinals.get(number - 1).firstIn(text, 0, text.size()).isPresent();
    }
}
