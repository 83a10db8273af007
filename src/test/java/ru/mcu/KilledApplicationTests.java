package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The real application in a process of its own, killed without warning after a decision and before its delivery. */
@Tag("slow")
@DisplayName("Приложение убито между решением и отправкой")
class KilledApplicationTests {

    private static final String QUESTION = "С какой стороны дома яма?";
    private static final Path LOG = Path.of("target", "killed-application.log");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final Letters letters = Letters.toNewAuthor();
    private @Nullable Process application;
    private String database = "";
    private int port;

    @AfterEach
    void stop() throws InterruptedException {
        if (application != null) {
            application.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
        }
    }

    @Test
    @DisplayName("после запуска автор получает ровно одно письмо, и работа идёт дальше")
    void theAuthorGetsExactlyOneLetter() throws Exception {
        database = TestDatabase.createDatabase("killed");
        Process killed = start(false);
        String message = ask(
                        "POST",
                        "/api/messages",
                        Map.of(
                                "channel", "mail",
                                "externalId", "<question@author.example>",
                                "text", "На улице Ленина яма",
                                "authorContact", letters.recipient()))
                .path("id")
                .asText();
        String task = ask("GET", "/engine-rest/task?processInstanceBusinessKey=" + message, null)
                .path(0)
                .path("id")
                .asText();
        ask("POST", "/api/tasks/" + task + "/complete", Map.of("decision", "clarify", "question", QUESTION));
        assertThat(query("select status from mcu.outbox")).isEqualTo("WAITING");

        killed.destroyForcibly();
        assertThat(killed.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(letters.received()).isEmpty();

        start(true);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> query("select count(notified_at) from mcu.outbox").equals("1"));
        await().during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(letters.texts()).containsExactly(QUESTION));
        assertThat(query("select status || ' ' || attempts from mcu.outbox")).isEqualTo("DELIVERED 1");
        assertThat(query("select status from mcu.message")).isEqualTo("CLARIFYING");
    }

    private Process start(boolean delivers) throws IOException {
        port = freePort();
        Process started = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx600m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        applicationClassPath(),
                        "ru.mcu.McuApplication",
                        "--server.port=" + port,
                        "--mcu.data-dir=target/killed-data",
                        "--mcu.demo.messages=0",
                        "--mcu.outbox.enabled=" + delivers,
                        "--spring.datasource.url=" + database,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=postgres",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + TestMail.server().getSmtp().getPort()))
                .redirectErrorStream(true)
                .redirectOutput(LOG.toFile())
                .start();
        application = started;
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !started.isAlive() || isReady());
        assertThat(started.isAlive()).as(() -> log()).isTrue();
        return started;
    }

    /** Without the tests and their recorder of coverage: the application's own scan would find them. */
    private static String applicationClassPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("process-test-coverage"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(request("/actuator/health/readiness").build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private JsonNode ask(String method, String path, @Nullable Object body) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 204);
        return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    }

    private HttpRequest.Builder request(String path) {
        String login = Base64.getEncoder().encodeToString("im:mcu-demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + login);
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static String log() {
        try {
            return Files.readString(LOG);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
