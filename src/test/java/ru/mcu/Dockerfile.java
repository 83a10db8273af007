package ru.mcu;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.StringUtils;

/** What the image does, read from its Dockerfile, so that a test does the same and cannot drift from it. */
record Dockerfile(List<String> instructions) {

    private static final String LAYERS = "COPY --from=build /build/";

    static Dockerfile read(Path file) throws IOException {
        String joined = Files.readString(file).replace("\\\n", " ");
        return new Dockerfile(joined.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList());
    }

    /** The command that takes the jar apart, run in the project's folder. */
    List<String> extraction() {
        return shellWords(rest("RUN java -Djarmode=tools"));
    }

    /** Folders whose content the image copies into its working folder, relative to the project, in order. */
    List<Path> layers() {
        return instructions.stream()
                .filter(line -> line.startsWith(LAYERS))
                .map(line -> Path.of(shellWords(line.substring(LAYERS.length())).get(0)))
                .toList();
    }

    /** Folders of the project that the image copies under the same name. */
    List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String line : instructions) {
            List<String> words = shellWords(line);
            if (words.size() == 3
                    && words.get(0).equals("COPY")
                    && words.get(1).equals(words.get(2))
                    && words.get(1).endsWith("/")) {
                folders.add(Path.of(words.get(1)));
            }
        }
        return folders;
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String pair : shellWords(rest("ENV "))) {
            environment.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return environment;
    }

    List<String> entryPoint() throws IOException {
        return jsonWords(rest("ENTRYPOINT "));
    }

    List<String> healthCheck() throws IOException {
        String line = rest("HEALTHCHECK ");
        return jsonWords(line.substring(line.indexOf("CMD ") + 4));
    }

    private static List<String> shellWords(String text) {
        return List.of(StringUtils.tokenizeToStringArray(text, " "));
    }

    private static List<String> jsonWords(String json) throws IOException {
        return new ObjectMapper().readValue(json, new TypeReference<>() {});
    }

    private String rest(String start) {
        String keyword = start.substring(0, start.indexOf(' ') + 1);
        return instructions.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(keyword.length()).strip())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new IllegalStateException("Dockerfile has no " + start));
    }
}
