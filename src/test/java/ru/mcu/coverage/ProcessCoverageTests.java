package ru.mcu.coverage;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import ru.mcu.WholeApplication;

/**
 * The last test class of a run. After a run of some classes only it writes {@code target/process-coverage.txt} and does
 * not judge, unless {@code -Dmcu.coverage=messageTriage,answerControl} names the processes to judge.
 */
@WholeApplication
@Order(Integer.MAX_VALUE)
@DisplayName("Каждый узел и каждый переход процессов пройден хотя бы одним тестом")
class ProcessCoverageTests {

    /** What no test can pass, by process and element, each with its reason. */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of();

    @Autowired
    RepositoryService repository;

    @Test
    @DisplayName("непройденных узлов и переходов нет, исключения названы поимённо")
    void everyNodeAndFlowIsPassed() throws IOException {
        Map<String, Set<String>> missing = missing();
        Files.writeString(
                Path.of("target", "process-coverage.txt"),
                missing.entrySet().stream()
                        .map(it -> it.getKey() + (ProcessCoverage.isTouched(it.getKey()) ? "" : " (не начат)") + ": "
                                + (it.getValue().isEmpty() ? "100 %" : it.getValue()))
                        .collect(joining("\n", "", "\n")));
        List<String> named = List.of(System.getProperty("mcu.coverage", "").split(","));
        if (named.equals(List.of(""))) {
            List<String> notRun = testsNotRun();
            Assumptions.assumeTrue(
                    notRun.isEmpty(), () -> "Полнота судится после всех тестов, не выполнены: " + notRun);
        } else {
            missing.keySet().retainAll(named);
            assertThat(missing.keySet()).containsAll(named);
        }
        missing.values().removeIf(Set::isEmpty);
        assertThat(missing).as("не пройдены").isEmpty();
    }

    @Test
    @DisplayName("исключение, которое всё-таки пройдено, надо вычеркнуть")
    void exceptionsAreRealOnes() {
        EXCEPTIONS.forEach((process, elements) ->
                assertThat(missingIn(process)).as("не пройдены в %s", process).containsAll(elements));
    }

    private Map<String, Set<String>> missing() {
        Map<String, Set<String>> missing = new TreeMap<>();
        repository.createProcessDefinitionQuery().latestVersion().list().forEach(process -> {
            Set<String> elements = new TreeSet<>(missingIn(process.getKey()));
            elements.removeAll(EXCEPTIONS.getOrDefault(process.getKey(), Set.of()));
            missing.put(process.getKey(), elements);
        });
        return missing;
    }

    private Set<String> missingIn(String processKey) {
        String id = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult()
                .getId();
        return ProcessCoverage.missing(processKey, repository.getBpmnModelInstance(id));
    }

    /** The tests of the whole application that this run left out. */
    private static List<String> testsNotRun() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(WholeApplication.class));
        return scanner.findCandidateComponents("ru.mcu").stream()
                .map(bean -> String.valueOf(bean.getBeanClassName()))
                .filter(name -> !name.equals(ProcessCoverageTests.class.getName()))
                .filter(name -> !ProcessCoverage.hasRun(load(name)))
                .sorted()
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ProcessCoverageTests.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
