package ru.mcu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The production sources as text, for rules that compiled classes no longer know. */
final class Sources {

    static final Path MAIN = Path.of("src", "main", "java", "ru", "mcu");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*$", Pattern.DOTALL);

    private Sources() {}

    /** All files with Java types, without package descriptions. */
    static List<Path> types() {
        return files().filter(it -> !it.endsWith("package-info.java")).toList();
    }

    /** Folders that hold Java files. */
    static List<Path> packages() {
        return files().map(Path::getParent).distinct().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String withoutComments(Path file) {
        return COMMENT.matcher(text(file)).replaceAll("");
    }

    private static Stream<Path> files() {
        try (Stream<Path> found = Files.walk(MAIN)) {
            return found.filter(it -> it.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
