package ru.mcu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The models of {@code processes/} as files, read without an engine. */
public final class ProcessFiles {

    private static final Path FOLDER = Path.of("processes");

    private ProcessFiles() {}

    public static List<ProcessModel> processes() {
        return files(".bpmn")
                .map(it -> new ProcessModel(it, Bpmn.readModelFromFile(it.toFile())))
                .toList();
    }

    public static List<TableModel> tables() {
        return files(".dmn")
                .map(it -> new TableModel(it, Dmn.readModelFromFile(it.toFile())))
                .toList();
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(it -> it.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String baseName(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
    }

    /** {@code message-handling} → {@code messageHandling}. */
    private static String camelCase(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String word : kebab.split("-")) {
            camel.append(
                            camel.isEmpty()
                                    ? word.substring(0, 1)
                                    : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return camel.toString();
    }

    /** One BPMN file. */
    public record ProcessModel(Path file, BpmnModelInstance model) {

        /** The module that owns the process, by its folder. */
        public String module() {
            return file.getName(1).toString();
        }

        /** The id that the file's name asks for. */
        public String expectedId() {
            return camelCase(baseName(file));
        }

        public List<Process> executable() {
            return all(Process.class).stream().filter(Process::isExecutable).toList();
        }

        public Process process() {
            return executable().get(0);
        }

        public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        public String text() {
            return Sources.text(file);
        }

        /** Value of a {@code camunda:property} of an element. */
        public static Optional<String> property(BaseElement element, String name) {
            ExtensionElements extensions = element.getExtensionElements();
            if (extensions == null) {
                return Optional.empty();
            }
            return extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(it -> it.getCamundaProperties().stream())
                    .filter(it -> name.equals(it.getCamundaName()))
                    .map(CamundaProperty::getCamundaValue)
                    .findFirst();
        }

        /** Clause ids that an element names, empty when it names none. */
        public static List<String> clauses(BaseElement element) {
            return property(element, "regulation").map(ProcessFiles::ids).orElse(List.of());
        }
    }

    /** One DMN file. */
    public record TableModel(Path file, DmnModelInstance model) {

        public String expectedId() {
            return camelCase(baseName(file));
        }

        public Decision decision() {
            return model.getModelElementsByType(Decision.class).iterator().next();
        }

        public DecisionTable table() {
            return model.getModelElementsByType(DecisionTable.class).iterator().next();
        }

        /** Conditions of a row as they are written; an empty one fits everything. */
        public static List<String> conditions(Rule row) {
            return row.getInputEntries().stream()
                    .map(it -> it.getText() == null
                            ? ""
                            : it.getText().getTextContent().trim())
                    .collect(Collectors.toList());
        }

        /** Clause ids in the square brackets that a row's description begins with, empty when there are none. */
        public static List<String> clauses(Rule row) {
            String text =
                    row.getDescription() == null ? "" : row.getDescription().getTextContent();
            int end = text.indexOf(']');
            return text.startsWith("[") && end > 0 ? ids(text.substring(1, end)) : List.of();
        }
    }

    private static List<String> ids(String list) {
        return Stream.of(list.split(","))
                .map(String::trim)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
