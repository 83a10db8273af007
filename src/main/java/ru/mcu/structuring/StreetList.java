package ru.mcu.structuring;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The streets of a city with their districts, found by name in any case ending. */
final class StreetList {

    /**
     * @param name with its type: «проспект Ленина»
     * @param district code of the city profile, null when the street runs through several
     */
    record Street(String name, @Nullable String district) {

        StreetType type() {
            return Stems.words(name).stream()
                    .map(word -> StreetType.of(word.lower()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(StreetType.STREET);
        }
    }

    private record File(List<Street> streets) {}

    private final Map<List<String>, List<Street>> byStems = new HashMap<>();
    /** Surnames alone: «Маркса» for «улица Карла Маркса». */
    private final Map<String, List<Street>> byLastWord = new HashMap<>();

    StreetList(List<Street> streets) {
        for (Street street : streets) {
            List<String> name = nameStems(street.name());
            byStems.computeIfAbsent(name, key -> new ArrayList<>()).add(street);
            if (name.size() > 1) {
                byLastWord
                        .computeIfAbsent(name.get(name.size() - 1), key -> new ArrayList<>())
                        .add(street);
            }
        }
    }

    static StreetList load(Path file) {
        try {
            return new StreetList(new JsonMapper(new YAMLFactory())
                    .readValue(file.toFile(), File.class)
                    .streets());
        } catch (IOException e) {
            throw new UncheckedIOException("Не читается файл улиц " + file, e);
        }
    }

    /**
     * The street whose name, without its type, has these stems; first names may be given as initials.
     *
     * @param type as the citizen wrote it; «улица» or none is said of any kind, another kind must fit
     */
    @Nullable
    Street find(List<String> stems, @Nullable StreetType type) {
        List<Street> candidates = byStems.getOrDefault(stems, List.of());
        if (candidates.isEmpty()
                && stems.size() > 1
                && stems.subList(0, stems.size() - 1).stream().allMatch(stem -> stem.length() == 1)) {
            candidates = byLastWord.getOrDefault(stems.get(stems.size() - 1), List.of());
        }
        boolean any = type == null || type == StreetType.STREET;
        return candidates.stream()
                .filter(street -> any || street.type() == type)
                .min(Comparator.comparing(Street::type))
                .orElse(null);
    }

    private static List<String> nameStems(String name) {
        List<String> stems = new ArrayList<>();
        for (Stems.Word word : Stems.words(name)) {
            if (StreetType.of(word.lower()) == null && !StreetType.ordinalEnding(word.lower())) {
                stems.add(word.stem());
            }
        }
        return stems;
    }
}
