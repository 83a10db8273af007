package ru.mcu.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

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
}
