package ru.mcu.answer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that people edit while the system runs: read again when its time or size changes, and the last good content
 * stays in force while the file is broken. Safe for many threads; readers never wait.
 */
public final class ReloadingFile<T> {

    /** How often the file's time is looked at, at most. */
    public static final Duration CHECK_EVERY = Duration.ofSeconds(2);

    private static final Logger log = LoggerFactory.getLogger(ReloadingFile.class);

    /** Turns the file into content; throws with a Russian message when the file is wrong. */
    public interface Reader<T> {
        T read(Path file) throws IOException;
    }

    private record State<T>(
            T content,
            String stamp,
            long checkedAt,
            @Nullable String problem) {}

    private final Path file;
    private final Reader<T> reader;
    private final Clock clock;
    private final ReentrantLock reloading = new ReentrantLock();
    private volatile State<T> state;

    /** Reads the file at once. @throws IllegalStateException when it is missing or broken: there is no good one yet */
    public ReloadingFile(Path file, Reader<T> reader, Clock clock) {
        this.file = file;
        this.reader = reader;
        this.clock = clock;
        var stamp = stamp();
        try {
            this.state = new State<>(reader.read(file), stamp, clock.millis(), null);
        } catch (IOException | RuntimeException broken) {
            throw new IllegalStateException("Файл " + file + " не читается: " + broken.getMessage(), broken);
        }
    }

    /** The newest good content. */
    public T current() {
        var now = clock.millis();
        if (now - state.checkedAt >= CHECK_EVERY.toMillis() && reloading.tryLock()) {
            try {
                refresh(now);
            } finally {
                reloading.unlock();
            }
        }
        return state.content;
    }

    /** What is wrong with the file now, in Russian; empty when the content in force is the file's. */
    public Optional<String> problem() {
        current();
        return Optional.ofNullable(state.problem);
    }

    private void refresh(long now) {
        var seen = state;
        var stamp = stamp();
        if (stamp.equals(seen.stamp)) {
            state = new State<>(seen.content, stamp, now, seen.problem);
            return;
        }
        try {
            state = new State<>(reader.read(file), stamp, now, null);
            log.info("{} read again", file);
        } catch (IOException | RuntimeException broken) {
            var problem = "Файл " + file.getFileName() + " не читается, действует прежний: " + broken.getMessage();
            state = new State<>(seen.content, stamp, now, problem);
            log.error("{} is broken, the last good content stays in force", file, broken);
        }
    }

    private String stamp() {
        try {
            return Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
        } catch (IOException missing) {
            return "missing";
        }
    }
}
