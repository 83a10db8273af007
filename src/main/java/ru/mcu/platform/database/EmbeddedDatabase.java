package ru.mcu.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL server in the data folder, durable as an installed one, stopped by {@link #close()}. */
final class EmbeddedDatabase implements AutoCloseable {

    /** Major version of the server's binaries on the class path; a test compares it with the running server. */
    static final String MAJOR_VERSION = "17";

    static final String USER = "postgres";
    static final String NAME = "mcu";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(90);

    private final DataFolderLock lock;
    private final EmbeddedPostgres server;
    private final ServerPassword password;

    private EmbeddedDatabase(DataFolderLock lock, EmbeddedPostgres server, ServerPassword password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server with its files in {@code postgres} and its binaries in {@code postgres-bin} of the data folder.
     *
     * @param port TCP port on 127.0.0.1, 0 for any free one
     * @throws ru.mcu.platform.StartRefused when the folder is in use or was written by another major version
     */
    static EmbeddedDatabase start(Path dataFolder, int port) throws IOException, SQLException, InterruptedException {
        Path folder = dataFolder.toAbsolutePath().normalize();
        DataFolderLock lock = DataFolderLock.take(folder);
        EmbeddedPostgres server = null;
        try {
            ServerFolder serverFolder = new ServerFolder(folder.resolve("postgres"));
            serverFolder.requireVersion(MAJOR_VERSION);
            serverFolder.stopOrphan();
            ServerPassword password = ServerPassword.in(folder.resolve("postgres.password"));
            server = launch(folder, serverFolder.path(), port, password);
            prepare(server, serverFolder.path(), password);
            return new EmbeddedDatabase(lock, server, password);
        } catch (IOException | SQLException | InterruptedException | RuntimeException failed) {
            if (server != null) {
                server.close();
            }
            lock.close();
            throw failed;
        }
    }

    private static EmbeddedPostgres launch(Path folder, Path serverFolder, int port, ServerPassword password)
            throws IOException {
        Path binaries = Files.createDirectories(folder.resolve("postgres-bin"));
        return EmbeddedPostgres.builder()
                .setDataDirectory(serverFolder)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setPort(port)
                .setConnectConfig("password", password.value())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "60")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
    }

    private static void prepare(EmbeddedPostgres server, Path serverFolder, ServerPassword password)
            throws SQLException, IOException {
        try (Connection superuser = server.getPostgresDatabase().getConnection();
                Statement statement = superuser.createStatement()) {
            password.require(superuser, serverFolder);
            if (!exists(statement)) {
                statement.execute("create database " + NAME);
            }
        }
        log.info("Embedded PostgreSQL {} on 127.0.0.1:{}, files in {}", MAJOR_VERSION, server.getPort(), serverFolder);
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + NAME + "'")) {
            return found.next();
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    String password() {
        return password.value();
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            server.close();
        }
    }
}
