package ru.mcu.regulation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of clauses, in the order of its file. */
public record Clauses(List<Entry> entries) {

    private static final Path FILE = Path.of("config", "regulation", "clauses.yaml");
    private static final TypeReference<Map<String, Map<String, Map<String, String>>>> ACTS = new TypeReference<>() {};

    public static Clauses read() {
        try {
            return new Clauses(new YAMLMapper()
                    .readValue(FILE.toFile(), ACTS).entrySet().stream()
                            .flatMap(act -> act.getValue().entrySet().stream()
                                    .map(clause -> Entry.of(act.getKey(), clause.getKey(), clause.getValue())))
                            .toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Set<String> ids() {
        return entries.stream().map(Entry::id).collect(Collectors.toSet());
    }

    /**
     * One clause.
     *
     * @param act {@code stavropol} or {@code rubtsovsk}
     * @param number as the act counts, such as {@code III.9.5}
     * @param kind process, report, register, role, integration, rule or context
     */
    public record Entry(String act, String number, String capability, String kind, String text) {

        static Entry of(String act, String number, Map<String, String> fields) {
            return new Entry(
                    act,
                    number,
                    fields.getOrDefault("cap", ""),
                    fields.getOrDefault("kind", ""),
                    fields.getOrDefault("text", ""));
        }

        public String id() {
            return act + ":" + number;
        }
    }
}
