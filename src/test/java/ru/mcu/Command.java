package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A tool that a test runs: its exit code and everything it printed. */
public record Command(int exitCode, String output) {

    /** Runs the tool to its end in the folder; fails the test when it takes longer than the limit. */
    public static Command run(Path folder, Duration limit, List<String> words) throws IOException {
        Path log = Files.createTempFile("command", ".log");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            String output = Files.readString(log);
            assertThat(ended).as("%s ended in time: %s", words, output).isTrue();
            return new Command(process.exitValue(), output);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }

    /** Whether a tool of this name is on the PATH. */
    public static boolean exists(String tool) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** On the build server a missing tool fails the test; on a developer's computer it skips it. */
    public static boolean onBuildServer() {
        return "true".equals(System.getenv("CI"));
    }
}
