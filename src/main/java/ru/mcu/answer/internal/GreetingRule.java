package ru.mcu.answer.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ru.mcu.answer.DraftKind;

/** The answer opens with a greeting by name when the name is known. */
final class GreetingRule implements Rule {

    private static final Pattern NAME = Pattern.compile("[^\\p{L}]+");

    private final Phrases greetings;
    private final List<String> givenNames;
    private final int within;

    GreetingRule(RuleParameters parameters) {
        this.greetings = parameters.phrases("greetings");
        this.givenNames = parameters.words("givenNames");
        this.within = parameters.number("withinWords");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var author = inspection.draft().authorName();
        if (author == null || inspection.draft().kind() == DraftKind.NOTICE) {
            return;
        }
        var names = NAME.splitAsStream(author).filter(part -> part.length() > 2).toList();
        var text = inspection.text();
        boolean greeted = greetings.firstIn(text, 0, within).isPresent();
        boolean named = names.stream().anyMatch(name -> isNamed(text, name));
        if (!names.isEmpty() && !(greeted && named)) {
            var name = names.stream().filter(this::isGiven).findFirst().orElse(names.get(0));
            report.found(0, 0, "Здравствуйте, " + name + "!", Map.of("имя", name));
        }
    }

    private boolean isNamed(Text text, String name) {
        var folded = Text.fold(name.toLowerCase(Locale.ROOT));
        for (int token = 0; token < Math.min(within, text.size()); token++) {
            if (text.word(token).equals(folded)) {
                return true;
            }
        }
        return false;
    }

    private boolean isGiven(String name) {
        var folded = Text.fold(name.toLowerCase(Locale.ROOT));
        return givenNames.stream().anyMatch(stem -> folded.startsWith(stem) && folded.length() <= stem.length() + 2);
    }
}
