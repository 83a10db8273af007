package ru.mcu.structuring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds a district named in a text; a bare adjective such as «южный» counts only beside a word like «район». */
final class DistrictFinder {

    private static final Set<String> KIND = Set.copyOf(Stems.stems("район округ посёлок микрорайон мкр пос мкрн"));

    /** A district as the text names it. */
    record Found(String code, String name) {}

    private final Map<List<String>, Found> byStems = new LinkedHashMap<>();

    DistrictFinder(DistrictNames names) {
        new TreeMap<>(names.codesByName())
                .forEach((name, code) -> byStems.putIfAbsent(Stems.stems(name), new Found(code, name)));
    }

    Optional<Found> find(String text) {
        List<Stems.Word> words = Stems.words(text);
        for (int i = 0; i < words.size(); i++) {
            for (int length = Math.min(4, words.size() - i); length > 0; length--) {
                Found found = byStems.get(words.subList(i, i + length).stream()
                        .map(Stems.Word::stem)
                        .toList());
                if (found != null && (length > 1 || besideKind(text, words, i))) {
                    return Optional.of(found);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean besideKind(String text, List<Stems.Word> words, int i) {
        return kindAt(text, words, i - 1) || kindAt(text, words, i + 1);
    }

    private static boolean kindAt(String text, List<Stems.Word> words, int i) {
        if (i < 0 || i >= words.size()) {
            return false;
        }
        Stems.Word word = words.get(i);
        boolean shortened =
                word.lower().equals("р") && word.to() + 1 < text.length() && text.startsWith("-н", word.to());
        return shortened || KIND.contains(word.stem());
    }
}
