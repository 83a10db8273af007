package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("docker-compose.yml: рабочая установка")
class ComposeFileTests {

    private static final Path FILE = Path.of("docker-compose.yml");

    @Test
    @DisplayName("Docker Compose принимает файл с .env.example")
    void composeAcceptsTheFile() throws IOException {
        assumeTrue(
                Command.onBuildServer() || Command.exists("docker-compose"),
                "Нет docker-compose: проверка файла средствами Docker пропущена");

        Command config = Command.run(
                Path.of("").toAbsolutePath(),
                Duration.ofMinutes(1),
                List.of("docker-compose", "--env-file", ".env.example", "config", "--quiet"));

        assertThat(config.exitCode()).as(config.output()).isZero();
    }

    @Test
    @DisplayName("каждая служба проверяет своё здоровье и работает на файловой системе только для чтения")
    void servicesAreHealthCheckedAndReadOnly() throws IOException {
        assertThat(compose().get("services").fieldNames()).toIterable().containsExactlyInAnyOrder("db", "app");
        for (JsonNode service : compose().get("services")) {
            assertThat(service.fieldNames()).toIterable().contains("healthcheck", "restart", "stop_grace_period");
            assertThat(service.path("read_only").asBoolean()).isTrue();
            assertThat(texts(service.path("security_opt"))).contains("no-new-privileges:true");
        }
    }

    @Test
    @DisplayName("приложение — не root, без привилегий, папки города смонтированы только для чтения")
    void applicationHasNoPrivileges() throws IOException {
        JsonNode app = service("app");

        assertThat(app.path("user").asText()).isEqualTo("10001:10001");
        assertThat(texts(app.path("cap_drop"))).containsExactly("ALL");
        assertThat(texts(app.path("volumes")))
                .contains("./processes:/app/processes:ro", "./forms:/app/forms:ro", "./config:/app/config:ro");
        assertThat(Files.readAllLines(Path.of("Dockerfile"))).contains("USER 10001:10001");
    }

    @Test
    @DisplayName("приложение работает в профиле production и ждёт готовности PostgreSQL 17")
    void productionProfileAfterTheDatabase() throws IOException {
        JsonNode app = service("app");

        assertThat(app.at("/environment/SPRING_PROFILES_ACTIVE").asText()).isEqualTo("production");
        assertThat(app.at("/depends_on/db/condition").asText()).isEqualTo("service_healthy");
        assertThat(service("db").path("image").asText()).isEqualTo("postgres:17");
    }

    @Test
    @DisplayName("пароли берутся только из файлов; порт базы наружу не открыт")
    void secretsComeFromFiles() throws IOException {
        assertThat(service("db").path("environment").fieldNames())
                .toIterable()
                .contains("POSTGRES_PASSWORD_FILE")
                .doesNotContain("POSTGRES_PASSWORD");
        assertThat(service("app").path("environment").fieldNames())
                .toIterable()
                .noneMatch(name -> name.toUpperCase(Locale.ROOT).matches(".*(PASSWORD|TOKEN|SECRET).*"));
        for (JsonNode secret : compose().get("secrets")) {
            assertThat(secret.path("file").asText()).startsWith("./secrets/");
        }
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("secrets/", ".env");
        assertThat(service("db").has("ports")).isFalse();
    }

    @Test
    @DisplayName("проверка здоровья в файле та же, что в образе")
    void healthCheckIsTheImagesOwn() throws IOException {
        List<String> check = texts(service("app").at("/healthcheck/test"));

        assertThat(check.subList(1, check.size()))
                .isEqualTo(Dockerfile.read(Path.of("Dockerfile")).healthCheck());
    }

    private static JsonNode service(String name) throws IOException {
        return compose().path("services").path(name);
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(FILE.toFile());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
