package ru.mcu.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.mcu.platform.StartRefused;

/** The folder of the server's files, brought to a state from which the server can start. */
record ServerFolder(Path path) {

    private static final Logger log = LoggerFactory.getLogger(ServerFolder.class);
    private static final int STOP_SECONDS = 60;

    /** PostgreSQL itself notices another version only after the whole wait for its start. */
    void requireVersion(String major) throws IOException {
        Path versionFile = path.resolve("PG_VERSION");
        if (!Files.exists(versionFile)) {
            return;
        }
        String found = Files.readString(versionFile).strip();
        if (!found.equals(major)) {
            throw new StartRefused(
                    "База в папке " + path + " создана PostgreSQL " + found + ", а система запускает PostgreSQL "
                            + major + ".",
                    "Верните прежнюю версию системы, выгрузите базу (pg_dump), переименуйте эту папку,"
                            + " запустите новую версию и загрузите выгрузку (psql). Подробно: README.md, «Резервные копии».");
        }
    }

    /**
     * Stops the server that outlived a killed application. Called with the data folder locked, so no living application
     * owns that server.
     *
     * @throws StartRefused when it does not stop
     */
    void stopOrphan() throws IOException, InterruptedException {
        Optional<ProcessHandle> orphan = orphan();
        if (orphan.isEmpty()) {
            return;
        }
        ProcessHandle server = orphan.get();
        log.warn("Stopping PostgreSQL {} left by an application that was killed", server.pid());
        fastShutdown(server);
        try {
            server.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stillRunning) {
            throw new StartRefused(
                    "PostgreSQL, оставшийся от прежнего запуска (процесс " + server.pid() + "), не останавливается.",
                    "Остановите его (kill -INT " + server.pid() + ") и запустите систему снова.");
        }
    }

    private Optional<ProcessHandle> orphan() throws IOException {
        Path pidFile = path.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.get(0).strip().matches("\\d{1,10}")) {
            return Optional.empty();
        }
        Optional<ProcessHandle> process =
                ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(ProcessHandle::isAlive);
        Optional<String> command = process.flatMap(alive -> alive.info().command());
        if (command.isPresent() && !command.get().contains("postgres")) {
            // After a restart the number may belong to any program; PostgreSQL would take that one for itself.
            Files.delete(pidFile);
            return Optional.empty();
        }
        return command.flatMap(known -> process);
    }

    /** SIGINT asks PostgreSQL to disconnect clients and stop cleanly; Java itself can only send SIGTERM. */
    private static void fastShutdown(ProcessHandle server) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException noKillCommand) {
            log.debug("No kill command, sending SIGTERM", noKillCommand);
            server.destroy();
        }
    }
}
