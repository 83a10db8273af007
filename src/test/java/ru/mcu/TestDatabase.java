package ru.mcu;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * One PostgreSQL for all tests of a JVM, empty at its start and without durability. A Spring test takes it by
 * {@code @ContextConfiguration(initializers = TestDatabase.class)} or, better, by {@link WholeApplication}; a test
 * without Spring asks for {@link #createDatabase(String)}.
 */
public final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path SERVERS = Path.of("target", "test-postgres").toAbsolutePath();
    private static final String SHARED = "mcu_test";

    private static @Nullable EmbeddedPostgres server;
    private static volatile boolean stoppedBySpring;

    /** Points the application at the shared database. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + sharedUrl(),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres")
                .applyTo(context);
        leaveStoppingToSpring();
    }

    /** JDBC address of the database that all Spring tests share; user {@code postgres}, any password. */
    public static synchronized String sharedUrl() {
        if (server == null) {
            server = start();
            createDatabase(SHARED);
        }
        return url(server, SHARED);
    }

    /**
     * A new empty database beside the shared one.
     *
     * @param name lower-case Latin name, not used before in this JVM
     * @return its JDBC address
     */
    public static synchronized String createDatabase(String name) {
        if (server == null) {
            sharedUrl();
        }
        EmbeddedPostgres running = Objects.requireNonNull(server);
        try (Connection superuser = running.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException impossible) {
            throw new IllegalStateException(impossible);
        }
        return url(running, name);
    }

    private static String url(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static EmbeddedPostgres start() {
        try {
            Files.createDirectories(SERVERS);
            deleteThoseOfEndedTests();
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setDataDirectory(SERVERS.resolve(
                            Long.toString(ProcessHandle.current().pid())))
                    .setOverrideWorkingDirectory(Files.createDirectories(
                                    Path.of("target", "postgres-bin").toAbsolutePath())
                            .toFile())
                    .setRegisterShutdownHook(false)
                    .setDataDirectoryCustomizer(TestDatabase::askOthersForPassword)
                    .setPGStartupWait(Duration.ofSeconds(90))
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(TestDatabase::stopWithoutSpring));
            return started;
        } catch (IOException noServer) {
            throw new UncheckedIOException(noServer);
        }
    }

    /** Only the tests' own user enters without a password, so that a test of secrets can fail. */
    private static void askOthersForPassword(File folder) {
        try {
            Files.writeString(
                    folder.toPath().resolve("pg_hba.conf"),
                    "host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    /** Engines report their last metrics when they close, so the database outlives applications, if there are any. */
    private static synchronized void leaveStoppingToSpring() {
        if (!stoppedBySpring) {
            stoppedBySpring = true;
            SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
        }
    }

    private static void stopWithoutSpring() {
        if (!stoppedBySpring) {
            stop();
        }
    }

    private static synchronized void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException notStopped) {
            throw new UncheckedIOException(notStopped);
        }
    }

    /** A server whose files are gone ends by itself. */
    private static void deleteThoseOfEndedTests() throws IOException {
        List<Path> folders;
        try (Stream<Path> found = Files.list(SERVERS)) {
            folders = found.toList();
        }
        for (Path folder : folders) {
            long pid = Long.parseLong(folder.getFileName().toString());
            boolean own = pid == ProcessHandle.current().pid();
            if (own || ProcessHandle.of(pid).isEmpty()) {
                FileSystemUtils.deleteRecursively(folder);
            }
        }
    }
}
