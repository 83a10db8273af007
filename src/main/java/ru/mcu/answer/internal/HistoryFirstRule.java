package ru.mcu.answer.internal;

/** The answer comes first, its history afterwards. */
final class HistoryFirstRule implements Rule {

    private static final int GREETING_WORDS = 6;

    private final Phrases greetings;
    private final Phrases history;
    private final int sentences;

    HistoryFirstRule(RuleParameters parameters) {
        this.greetings = parameters.phrases("greetings");
        this.history = parameters.phrases("markers");
        this.sentences = parameters.number("sentences");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var text = inspection.text();
        int looked = 0;
        for (var sentence : text.sentences()) {
            boolean greeting = sentence.end() - sentence.first() <= GREETING_WORDS
                    && greetings.firstIn(text, sentence.first(), sentence.end()).isPresent();
            if (greeting && looked == 0) {
                continue;
            }
            if (looked++ == sentences) {
                return;
            }
            var marker = history.firstIn(text, sentence.first(), sentence.end());
            if (marker.isPresent()) {
                report.found(
                        text.from(marker.get().first()), text.to(marker.get().last()), null);
                return;
            }
        }
    }
}
