package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Словарь")
class GlossaryTests {

    private static final Pattern ROW =
            Pattern.compile("^\\| ([^|]+) \\| `([A-Za-z0-9_.]+)` \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);

    private final List<Term> terms = ROW.matcher(Sources.text(Path.of("docs", "glossary.md")))
            .results()
            .map(Term::of)
            .toList();

    @Test
    @DisplayName("каждое слово словаря есть в коде")
    void everyWordIsInTheCode() {
        assertThat(terms).hasSizeGreaterThan(40);
        assertThat(terms.stream().filter(it -> !it.isInTheCode())).isEmpty();
    }

    @Test
    @DisplayName("у понятия одно слово, у слова одно понятие")
    void oneWordForOneTerm() {
        assertThat(terms.stream().map(Term::word)).doesNotHaveDuplicates();
        assertThat(terms.stream().map(Term::term)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("каждая строка таблицы прочитана")
    void everyRowIsRead() {
        long rows = Sources.text(Path.of("docs", "glossary.md"))
                .lines()
                .filter(it -> it.startsWith("| ") && it.contains("`"))
                .count();
        assertThat(terms).hasSize((int) rows);
    }

    private record Term(String term, String word, String stands) {

        static Term of(MatchResult row) {
            return new Term(row.group(1), row.group(2), row.group(3));
        }

        boolean isInTheCode() {
            return switch (stands) {
                case "тип" -> type(word).size() == 1;
                case "пакет" -> Sources.packages().stream().anyMatch(it -> it.endsWith(word) && Files.isDirectory(it));
                case "значение" -> {
                    String[] parts = word.split("\\.");
                    yield parts.length == 2
                            && type(parts[0]).stream().anyMatch(it -> Pattern.compile("\\b" + parts[1] + "\\b")
                                    .matcher(Sources.withoutComments(it))
                                    .find());
                }
                case "код" ->
                    Sources.types().stream()
                            .anyMatch(it -> Sources.withoutComments(it).contains('"' + word + '"'));
                default -> false;
            };
        }

        private static List<Path> type(String name) {
            return Sources.types().stream()
                    .filter(it -> it.endsWith(name + ".java"))
                    .collect(Collectors.toList());
        }
    }
}
