package ru.mcu.platform.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import ru.mcu.platform.McuHome;

/**
 * Models and forms that are deployed together, by resource name: models relative to their folder
 * ({@code message/message-handling.bpmn}), forms with the folder's name ({@code forms/message/draft-answer.html}), so
 * that the names do not depend on where the product is installed.
 */
record ProcessSet(Map<String, byte[]> resources) {

    static final String FORMS = "forms/";

    ProcessSet {
        resources = new TreeMap<>(resources);
    }

    /** The folders that the city edits; missing folders are empty. */
    static ProcessSet of(McuHome home) {
        Map<String, byte[]> found = new TreeMap<>(files(home.processes(), "", ".bpmn", ".dmn"));
        found.putAll(forms(home));
        return new ProcessSet(found);
    }

    /** Only the forms of the folder, by resource name. */
    static Map<String, byte[]> forms(McuHome home) {
        return files(home.forms(), FORMS, ".html");
    }

    boolean contains(String resource) {
        return resources.containsKey(resource);
    }

    private static Map<String, byte[]> files(Path folder, String prefix, String... endings) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        Map<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (Stream.of(endings).anyMatch(name::endsWith)) {
                    found.put(prefix + name, Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return found;
    }
}
