package ru.mcu.answer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import ru.mcu.answer.internal.ReloadingFile;

/** Texts to start an answer from, by topic group; {@code config/answer-templates.yml}, read again when edited. */
@Service
public class AnswerTemplates {

    /** The group whose templates fit every topic. */
    public static final String COMMON = "Общие";

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ReloadingFile<Map<String, List<AnswerTemplate>>> file;

    AnswerTemplates(@Value("${mcu.home:.}") String home, Clock clock) {
        this.file = new ReloadingFile<>(Path.of(home, "config", "answer-templates.yml"), AnswerTemplates::read, clock);
    }

    /** Templates of the topic group (case does not matter), then those for every topic. */
    public List<AnswerTemplate> forTopic(String topicGroup) {
        var groups = file.current();
        var common = groups.getOrDefault(COMMON, List.of());
        return topicGroup.strip().equalsIgnoreCase(COMMON)
                ? common
                : Stream.concat(groups.getOrDefault(topicGroup.strip(), List.of()).stream(), common.stream())
                        .toList();
    }

    /** Every template by its group, in alphabetical order of groups. */
    public Map<String, List<AnswerTemplate>> all() {
        return file.current();
    }

    private static Map<String, List<AnswerTemplate>> read(Path path) throws IOException {
        var read = YAML.readValue(Files.readString(path), new TypeReference<Map<String, List<AnswerTemplate>>>() {});
        var groups = new TreeMap<String, List<AnswerTemplate>>(String.CASE_INSENSITIVE_ORDER);
        var ids = new HashSet<String>();
        read.forEach((group, templates) -> {
            templates.forEach(template -> requireComplete(group, template, ids));
            groups.put(group.strip(), List.copyOf(templates));
        });
        return java.util.Collections.unmodifiableMap(groups);
    }

    @SuppressWarnings({"ConstantValue", "RedundantNullCheck"}) // the file may leave anything out
    private static void requireComplete(String group, AnswerTemplate template, HashSet<String> ids) {
        if (template.id() == null || template.title() == null || template.kind() == null || template.text() == null) {
            throw new IllegalArgumentException("в группе «" + group + "» есть шаблон без id, title, kind или text");
        }
        if (!ids.add(template.id())) {
            throw new IllegalArgumentException("шаблон " + template.id() + " записан дважды");
        }
    }
}
