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
        return List.of(rest("RUN java -Djarmode=tools").split(" +"));
    }

    /** Folders whose content the image copies into its working folder, relative to the project, in order. */
    List<Path> layers() {
        return instructions.stream()
                .filter(line -> line.startsWith(LAYERS))
                .map(line -> Path.of(line.substring(LAYERS.length()).split(" +")[0]))
                .toList();
    }

    /** Folders of the project that the image copies under the same name. */
    List<Path> folders() {
        List<Path> folders = new ArrayList<>();
        for (String line : instructions) {
            String[] words = line.split(" +");
            if (words[0].equals("COPY") && words.length == 3 && words[1].equals(words[2]) && words[1].endsWith("/")) {
                folders.add(Path.of(words[1]));
            }
        }
        return folders;
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String pair : rest("ENV ").split(" +")) {
            environment.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return environment;
    }

    List<String> entryPoint() throws IOException {
        return words(rest("ENTRYPOINT "));
    }

    List<String> healthCheck() throws IOException {
        String line = rest("HEALTHCHECK ");
        return words(line.substring(line.indexOf("CMD ") + 4));
    }

    private static List<String> words(String json) throws IOException {
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
