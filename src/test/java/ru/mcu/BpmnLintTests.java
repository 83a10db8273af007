package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs bpmnlint as people who model run it; its packages are kept in target/lint. */
@Tag("slow")
@DisplayName("Модели процессов проходят bpmnlint")
class BpmnLintTests {

    private static final Path PROCESSES = Path.of("processes").toAbsolutePath();
    private static final Path SETTINGS = Path.of("src", "test", "lint");
    private static final Path LINT = Path.of("target", "lint").toAbsolutePath();

    @BeforeAll
    static void install() throws IOException {
        assumeTrue(
                Command.onBuildServer() || (Command.exists("node") && Command.exists("npm")),
                "Нет Node.js: проверка моделей bpmnlint пропущена");
        Files.createDirectories(LINT);
        boolean installed = Files.isDirectory(LINT.resolve("node_modules")) && sameLock();
        for (String file : List.of(".bpmnlintrc", "package.json", "package-lock.json")) {
            Files.copy(SETTINGS.resolve(file), LINT.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (!installed) {
            Command install = Command.run(
                    LINT, Duration.ofMinutes(5), List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
            assertThat(install.exitCode()).as(install.output()).isZero();
        }
    }

    @Test
    @DisplayName("все файлы processes/**/*.bpmn")
    void allModels() throws IOException {
        List<Path> models = models();
        assertThat(models).as("модели процессов на месте").isNotEmpty();

        Command lint = lint(models);

        assertThat(lint.exitCode()).as(lint.output()).isZero();
    }

    @Test
    @DisplayName("проверка настоящая: модель с оборванным переходом отклоняется")
    void brokenModelIsRefused() throws IOException {
        Path broken = Files.writeString(LINT.resolve("broken.bpmn"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <bpmn:process id="broken" isExecutable="true">
                    <bpmn:startEvent id="start" name="Начато" />
                  </bpmn:process>
                </bpmn:definitions>
                """);

        Command lint = lint(List.of(broken));

        assertThat(lint.exitCode()).isEqualTo(1);
        assertThat(lint.output()).contains("end-event-required");
    }

    private static Command lint(List<Path> models) throws IOException {
        List<String> words = new ArrayList<>(List.of("node", "node_modules/bpmnlint/bin/bpmnlint.js"));
        models.forEach(model -> words.add(model.toString()));
        return Command.run(LINT, Duration.ofMinutes(3), words);
    }

    private static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(PROCESSES)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean sameLock() throws IOException {
        Path kept = LINT.resolve("package-lock.json");
        return Files.exists(kept) && Files.mismatch(kept, SETTINGS.resolve("package-lock.json")) == -1;
    }
}
