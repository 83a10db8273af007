package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words and phrases from a list, found in a text in one pass. «осуществля*» stands for any ending; «ё» equals «е»;
 * punctuation inside a phrase is ignored.
 */
final class Phrases {

    /** A phrase at tokens {@code first} … {@code last} inclusive. */
    record Match(String phrase, int first, int last) {}

    private record Phrase(String written, List<String> words) {}

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}*]+");

    private final Map<String, List<Phrase>> byStart = new HashMap<>();

    private Phrases() {}

    static Phrases of(Collection<String> written) {
        var phrases = new Phrases();
        for (var one : written) {
            var words = SEPARATORS
                    .splitAsStream(Text.fold(one.toLowerCase(Locale.ROOT)))
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (words.isEmpty()
                    || words.get(0).replace("*", "").length() < words.get(0).length() - 1
                    || words.get(0).length() < 3 && words.get(0).endsWith("*")) {
                throw new IllegalArgumentException("в списке слов запись «" + one + "» не годится");
            }
            phrases.byStart
                    .computeIfAbsent(Text.key(words.get(0).replace("*", "")), unused -> new ArrayList<>())
                    .add(new Phrase(one, words));
        }
        return phrases;
    }

    /** All places, left to right; of several phrases at one token the longest. */
    List<Match> in(Text text) {
        var found = new ArrayList<Match>();
        for (int token = 0; token < text.size(); ) {
            var match = at(text, token);
            match.ifPresent(found::add);
            token = match.map(Match::last).orElse(token) + 1;
        }
        return found;
    }

    Optional<Match> firstIn(Text text, int fromToken, int toToken) {
        for (int token = Math.max(0, fromToken); token < Math.min(toToken, text.size()); token++) {
            var match = at(text, token);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    /** The longest phrase that begins at the token. */
    Optional<Match> at(Text text, int token) {
        Phrase best = null;
        var candidates = byStart.get(text.key(token));
        if (candidates == null) {
            return Optional.empty();
        }
        for (var phrase : candidates) {
            if ((best == null || phrase.words.size() > best.words.size()) && fits(phrase, text, token)) {
                best = phrase;
            }
        }
        return best == null
                ? Optional.empty()
                : Optional.of(new Match(best.written, token, token + best.words.size() - 1));
    }

    private static boolean fits(Phrase phrase, Text text, int token) {
        if (token + phrase.words.size() > text.size()) {
            return false;
        }
        for (int i = 0; i < phrase.words.size(); i++) {
            var wanted = phrase.words.get(i);
            var word = text.word(token + i);
            var fits = wanted.endsWith("*")
                    ? word.startsWith(wanted.substring(0, wanted.length() - 1))
                    : word.equals(wanted);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
