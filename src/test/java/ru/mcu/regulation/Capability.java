package ru.mcu.regulation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the product does for a group of clauses, as {@code regulation/capabilities.yml} says it.
 *
 * @param built what works besides the elements of the models
 * @param later what is missing and which part will bring it; null when nothing is missing
 */
record Capability(
        String name, @Nullable String built, @Nullable String later) {

    static Map<String, Capability> read() {
        try (InputStream file = Capability.class.getResourceAsStream("/regulation/capabilities.yml")) {
            return new YAMLMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
