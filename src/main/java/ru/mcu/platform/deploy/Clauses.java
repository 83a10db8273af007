package ru.mcu.platform.deploy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import ru.mcu.platform.McuHome;

/** The clauses of the acts that models may name, read anew for each check so that a city can add its own act. */
@Component
class Clauses {

    private static final TypeReference<Map<String, Map<String, Object>>> ACTS = new TypeReference<>() {};

    private final Path file;

    Clauses(McuHome home) {
        this.file = home.config("regulation", "clauses.yaml");
    }

    /** Ids as {@code <act>:<clause>}; empty when the file is missing, so that every reference is refused. */
    Set<String> ids() {
        if (!Files.exists(file)) {
            return Set.of();
        }
        Set<String> ids = new TreeSet<>();
        try {
            new YAMLMapper().readValue(file.toFile(), ACTS).forEach((act, clauses) -> clauses.keySet()
                    .forEach(it -> ids.add(act + ":" + it)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return ids;
    }
}
