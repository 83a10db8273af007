package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/**
 * What can be known of the image without Docker: the packaged jar is taken apart by the Dockerfile's own command, laid
 * out as its COPY lines say, made read-only and started by its ENTRYPOINT without root rights, in production.
 */
@Tag("slow")
@DisplayName("Образ: запуск в рабочем режиме")
class ImageStartIT {

    private static final String DATABASE_PASSWORD = "database-secret-of-the-test";
    private static final String ADMIN_PASSWORD = "admin-secret-of-the-test";
    private static final String NOBODY = "65534";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static Path root = Path.of("");
    private static Dockerfile dockerfile = new Dockerfile(List.of());
    private static String databaseUrl = "";

    @BeforeAll
    static void buildImage() throws IOException, SQLException {
        assertThat(Path.of(System.getProperty("mcu.jar", "target/mcu.jar"))).exists();
        dockerfile = Dockerfile.read(Path.of("Dockerfile"));
        root = Files.createTempDirectory("mcu-image");
        Path app = Files.createDirectory(root.resolve("app"));
        FileSystemUtils.deleteRecursively(Path.of("target", "layers"));
        Command extraction =
                Command.run(Path.of("").toAbsolutePath(), Duration.ofMinutes(2), ownJava(dockerfile.extraction()));
        assertThat(extraction.exitCode()).as(extraction.output()).isZero();
        for (Path layer : dockerfile.layers()) {
            assertThat(layer).isDirectory();
            FileSystemUtils.copyRecursively(layer, app);
        }
        for (Path folder : dockerfile.folders()) {
            FileSystemUtils.copyRecursively(folder, app.resolve(folder));
        }
        Command.run(root, Duration.ofMinutes(1), List.of("chmod", "-R", "a-w,a+rX", "app"));
        Command.run(root, Duration.ofMinutes(1), List.of("chmod", "a+rx", "."));
        createDatabase();
    }

    @AfterAll
    static void removeImage() throws IOException {
        Command.run(root, Duration.ofMinutes(1), List.of("chmod", "-R", "u+w", "app"));
        FileSystemUtils.deleteRecursively(root);
    }

    @Test
    @DisplayName("с настоящими секретами система готова к работе, а администратор создан")
    void startsWithProperSecrets() throws Exception {
        int port = freePort();
        Path log = root.resolve("started.log");
        Process application = application("secrets", ADMIN_PASSWORD, port, dockerfile.entryPoint())
                .redirectOutput(log.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> !application.isAlive() || readiness(port) == 200);

            assertThat(application.isAlive()).as(() -> read(log)).isTrue();
            assertThat(readiness(port)).isEqualTo(200);
            assertThat(healthCheck(port).exitCode()).isZero();
            assertThat(ask("select count(*) from public.act_id_user where id_ = 'admin'"))
                    .isEqualTo("1");
            assertThat(read(log)).doesNotContain(DATABASE_PASSWORD, ADMIN_PASSWORD);
        } finally {
            application.destroy();
            assertThat(application.waitFor(40, TimeUnit.SECONDS))
                    .as("stops within the grace period of docker-compose.yml")
                    .isTrue();
        }
        assertThat(healthCheck(port).exitCode()).isEqualTo(1);
    }

    @Test
    @DisplayName("со стандартным паролем администратора система отказывается запускаться и объясняет почему")
    void refusesTheDefaultAdminPassword() throws Exception {
        Path log = root.resolve("refused.log");
        Process application = application("weak", "mcu-demo", freePort(), dockerfile.entryPoint())
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(application.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            application.destroyForcibly();
        }

        assertThat(application.exitValue()).as(() -> read(log)).isEqualTo(1);
        assertThat(read(log)).contains("Пароль администратора стандартный").doesNotContain("HikariPool");
    }

    private static ProcessBuilder application(String name, String adminPassword, int port, List<String> command)
            throws IOException {
        Path secrets = Files.createDirectories(root.resolve(name));
        Files.writeString(secrets.resolve("spring.datasource.password"), DATABASE_PASSWORD);
        Files.writeString(secrets.resolve("camunda.bpm.admin-user.password"), adminPassword);
        List<String> words = new ArrayList<>();
        if (isRoot()) {
            words.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "--"));
        }
        words.addAll(ownJava(command));
        ProcessBuilder process = new ProcessBuilder(words)
                .directory(root.resolve("app").toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = process.environment();
        environment.clear();
        environment.putAll(dockerfile.environment());
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.put("MCU_HOME", root.resolve("app").toString());
        environment.put("MCU_DATA_DIR", root.resolve("data").toString());
        environment.put("MCU_SECRETS_DIR", secrets.toString());
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("SPRING_DATASOURCE_URL", databaseUrl);
        environment.put("SPRING_DATASOURCE_USERNAME", "mcu");
        return process;
    }

    private static Command healthCheck(int port) throws IOException, InterruptedException {
        Path log = root.resolve("health.log");
        Process check = application("secrets", ADMIN_PASSWORD, port, dockerfile.healthCheck())
                .redirectOutput(log.toFile())
                .start();
        assertThat(check.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Command(check.exitValue(), read(log));
    }

    private static int readiness(int port) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The user is named as in docker-compose.yml: PostgreSQL would look into a schema of that name first. */
    private static void createDatabase() throws SQLException {
        databaseUrl = TestDatabase.createDatabase("image");
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("create role mcu login password '" + DATABASE_PASSWORD + "'");
            statement.execute("alter database image owner to mcu");
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(databaseUrl, "postgres", "");
    }

    private static List<String> ownJava(List<String> command) {
        List<String> words = new ArrayList<>(command);
        assertThat(words.set(0, JAVA.toString())).isEqualTo("java");
        return words;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
