package ru.mcu.structuring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words, beginnings of words and short phrases of a word list, found in a text in one pass. */
final class Phrases<T> {

    /** How many words after the first a phrase may reach. */
    private static final int WINDOW = 3;

    private static final int MAX_PREFIX = 20;

    private record Phrase<T>(List<Part> parts, T value) {}

    /** One word of a phrase: a stem, or the beginning of a word. */
    private record Part(String text, boolean prefix) {

        boolean fits(Stems.Word word) {
            return prefix ? word.lower().startsWith(text) : word.stem().equals(text);
        }
    }

    private final Map<Part, List<Phrase<T>>> byPart = new HashMap<>();

    /** Adds «яма», «ямочн*» or «горячая вода». */
    void add(String pattern, T value) {
        List<Part> parts = new ArrayList<>();
        for (String item : pattern.strip().split("\\s+")) {
            if (item.endsWith("*")) {
                parts.add(new Part(Stems.lower(item.substring(0, item.length() - 1)), true));
            } else {
                Stems.stems(item).forEach(stem -> parts.add(new Part(stem, false)));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Пустое слово в списке: «" + pattern + "»");
        }
        Phrase<T> phrase = new Phrase<>(parts, value);
        new LinkedHashSet<>(parts).forEach(part -> byPart.computeIfAbsent(part, p -> new ArrayList<>())
                .add(phrase));
    }

    /** Values whose words stand together in the text, each once, in the order of the text. */
    Set<T> near(List<Stems.Word> words) {
        Set<T> found = new LinkedHashSet<>();
        for (int i = 0; i < words.size(); i++) {
            List<Stems.Word> window = words.subList(Math.max(0, i - WINDOW), Math.min(words.size(), i + WINDOW + 1));
            for (Phrase<T> phrase : starting(words.get(i))) {
                if (phrase.parts().size() == 1 || contained(phrase, window)) {
                    found.add(phrase.value());
                }
            }
        }
        return found;
    }

    /** Values all of whose words occur somewhere, with the number of these words. */
    Map<T, Integer> anywhere(List<Stems.Word> words) {
        Map<T, Integer> found = new HashMap<>();
        for (Stems.Word word : words) {
            for (Phrase<T> phrase : starting(word)) {
                if (contained(phrase, words)) {
                    found.merge(phrase.value(), phrase.parts().size(), Math::max);
                }
            }
        }
        return found;
    }

    private Set<Phrase<T>> starting(Stems.Word word) {
        Set<Phrase<T>> phrases = new LinkedHashSet<>(byPart.getOrDefault(new Part(word.stem(), false), List.of()));
        String lower = word.lower();
        for (int length = 2; length <= Math.min(MAX_PREFIX, lower.length()); length++) {
            phrases.addAll(byPart.getOrDefault(new Part(lower.substring(0, length), true), List.of()));
        }
        return phrases;
    }

    private boolean contained(Phrase<T> phrase, List<Stems.Word> words) {
        Set<Integer> used = new HashSet<>();
        for (Part part : phrase.parts()) {
            boolean fits = false;
            for (int i = 0; i < words.size() && !fits; i++) {
                fits = part.fits(words.get(i)) && used.add(i);
            }
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
