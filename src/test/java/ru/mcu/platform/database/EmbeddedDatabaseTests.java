package ru.mcu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import ru.mcu.platform.StartRefused;

@DisplayName("Встроенная база данных")
class EmbeddedDatabaseTests {

    private static final Path FOLDER = Path.of("target", "embedded-database");

    @BeforeEach
    void emptyFolder() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    @Test
    @DisplayName("надёжна, закрыта паролем и от чужих глаз, хранит данные между запусками и после аварии")
    void isDurableClosedAndKeepsDataAcrossRestartAndCrash() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(FOLDER, 0)) {
            assertThat(ask(
                            first,
                            "select current_setting('fsync') || ' ' || current_setting('synchronous_commit')"
                                    + " || ' ' || current_setting('listen_addresses')"
                                    + " || ' ' || current_setting('max_connections')"))
                    .isEqualTo("on on 127.0.0.1 60");
            assertThat(ask(first, "show server_version")).startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
            assertThat(ask(first, "select lower('ЖЁ')")).isEqualTo("жё");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER)))
                    .isEqualTo("rwx------");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(first.jdbcUrl(), EmbeddedDatabase.USER, "postgres")
                            .close())
                    .satisfies(refused -> assertThat(refused.getSQLState()).isEqualTo("28P01"));
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> EmbeddedDatabase.start(FOLDER, 0).close())
                    .withMessageContaining("занята")
                    .satisfies(refused -> assertThat(refused.action()).contains("MCU_DATA_DIR"));
            run(first, "create table kept as select 42 as answer");
        }

        long orphan = serverLeftByAKilledApplication();
        try (EmbeddedDatabase afterCrash = EmbeddedDatabase.start(FOLDER, 0)) {
            assertThat(serverPid()).isNotEqualTo(orphan);
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(ask(afterCrash, "select answer from kept")).isEqualTo("42");
        }
    }

    private static long serverLeftByAKilledApplication() throws IOException, InterruptedException {
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseOwner.class.getName(),
                        FOLDER.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader output = application.inputReader()) {
            assertThat(output.lines().anyMatch(DatabaseOwner.READY::equals)).isTrue();
        }
        application.destroyForcibly().waitFor();
        long server = serverPid();
        assertThat(ProcessHandle.of(server)).isPresent();
        return server;
    }

    @Test
    @DisplayName("файлы другой версии PostgreSQL отклоняются сразу и понятно")
    void filesOfAnotherVersionAreRefusedAtOnce() throws IOException {
        Files.createDirectories(FOLDER.resolve("postgres"));
        Files.writeString(FOLDER.resolve("postgres").resolve("PG_VERSION"), "16\n");

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> EmbeddedDatabase.start(FOLDER, 0).close())
                .withMessageContaining("PostgreSQL 16")
                .satisfies(refused -> assertThat(refused.action()).contains("pg_dump"));
    }

    @Test
    @DisplayName("чужой процесс с номером из старого postmaster.pid не трогают, запуску он не мешает")
    void anotherProcessUnderTheOldNumberIsLeftAlone() throws Exception {
        Files.createDirectories(FOLDER);
        long own = ProcessHandle.current().pid();
        Files.write(FOLDER.resolve("postmaster.pid"), List.of(Long.toString(own), "/somewhere"));

        new ServerFolder(FOLDER).stopOrphan();

        assertThat(FOLDER.resolve("postmaster.pid")).doesNotExist();
    }

    private static long serverPid() throws IOException {
        return Long.parseLong(Files.readAllLines(FOLDER.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
    }
}
