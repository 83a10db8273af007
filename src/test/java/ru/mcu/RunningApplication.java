package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The real application in a process of its own, on a database of its own, to be killed without warning. */
public final class RunningApplication implements AutoCloseable {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String name;
    private final String database;
    private final Path log;
    private @Nullable Process process;
    private volatile int port;

    /** @param name of its database, folder and log */
    public RunningApplication(String name) {
        this.name = name;
        this.database = TestDatabase.createDatabase(name);
        this.log = Path.of("target", name + "-application.log");
    }

    /** Starts it, or starts it again, and waits until it is ready. */
    public void start(List<String> settings) throws IOException {
        port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx600m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                applicationClassPath(),
                "ru.mcu.McuApplication",
                "--server.port=" + port,
                "--mcu.data-dir=target/" + name + "-data",
                "--mcu.demo.messages=0",
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=postgres"));
        command.addAll(settings);
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !started.isAlive() || isReady());
        assertThat(started.isAlive()).as(this::log).isTrue();
    }

    /** As a power cut would. */
    public void kill() throws InterruptedException {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Where it listens now; another address after each start. */
    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "");
    }

    /** The first column of all rows. */
    public List<String> list(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    /** The first column of the only row. */
    public String value(String sql) throws SQLException {
        List<String> values = list(sql);
        assertThat(values).as(sql).hasSize(1);
        return values.get(0);
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private boolean isReady() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Without the tests and their recorder of coverage: the application's own scan would find them. */
    private static String applicationClassPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("process-test-coverage"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
