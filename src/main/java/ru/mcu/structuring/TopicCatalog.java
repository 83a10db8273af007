package ru.mcu.structuring;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The city's topics, groups first.
 *
 * @param other code of the topic for everything that was not recognised
 */
public record TopicCatalog(String other, List<Group> groups) {

    /**
     * @param aliases names of groups in source systems
     * @param keywords words or short phrases that speak for the group, with their weight
     */
    public record Group(
            String code,
            String name,
            @Nullable List<String> aliases,
            @Nullable Map<String, Integer> keywords,
            List<Topic> topics) {}

    /**
     * @param aliases names of topics in source systems; an alias fits a name that contains all its words
     * @param keywords words or short phrases that speak for the topic, with their weight
     */
    public record Topic(
            String code,
            String name,
            @Nullable List<String> aliases,
            @Nullable Map<String, Integer> keywords) {}

    public TopicCatalog {
        groups = List.copyOf(groups);
        Set<String> codes = new HashSet<>();
        groups.forEach(group -> {
            if (group.topics().isEmpty()) {
                throw new IllegalArgumentException("В группе «%s» нет ни одной темы".formatted(group.name()));
            }
            group.topics().forEach(topic -> {
                if (!codes.add(topic.code())) {
                    throw new IllegalArgumentException("Код темы «%s» указан дважды".formatted(topic.code()));
                }
            });
        });
        if (!codes.contains(other)) {
            throw new IllegalArgumentException("Нет темы с кодом «%s»".formatted(other));
        }
    }

    /** Reads {@code config/classifiers/topics.yml} or a file like it. */
    public static TopicCatalog load(Path file) {
        try {
            return new JsonMapper(new YAMLFactory()).readValue(file.toFile(), TopicCatalog.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Не читается файл тем " + file, e);
        }
    }
}
