package ru.mcu.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads the stories that come with the application. */
public final class DemoMessages {

    private static final String FILE = "/demo/messages-rubtsovsk.yml";

    private DemoMessages() {}

    /** All stories in the order of the file; an unknown field is an error. */
    public static List<DemoMessage> all() {
        try (InputStream file = Objects.requireNonNull(DemoMessages.class.getResourceAsStream(FILE), FILE)) {
            return JsonMapper.builder(new YAMLFactory())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, new TypeReference<List<DemoMessage>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * So many stories that each stage has its own, in the order of the file; never fewer than stages.
     *
     * @param wanted a negative number takes all
     */
    public static List<DemoMessage> some(int wanted) {
        List<DemoMessage> all = all();
        if (wanted < 0 || wanted >= all.size()) {
            return all;
        }
        Set<String> chosen = new HashSet<>();
        Set<Stage> shown = EnumSet.noneOf(Stage.class);
        for (DemoMessage message : all) {
            if (shown.add(message.stage())) {
                chosen.add(message.key());
                if (message.parent() != null) {
                    chosen.add(message.parent());
                }
            }
        }
        all.stream()
                .filter(message -> message.parent() == null && !chosen.contains(message.key()))
                .limit(Math.max(0, wanted - chosen.size()))
                .forEach(message -> chosen.add(message.key()));
        return all.stream().filter(message -> chosen.contains(message.key())).toList();
    }
}
