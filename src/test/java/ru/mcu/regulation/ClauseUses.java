package ru.mcu.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.DisplayName;
import ru.mcu.ProcessFiles;
import ru.mcu.ProcessFiles.ProcessModel;
import ru.mcu.ProcessFiles.TableModel;

/** Where clauses are named: in models, in decision tables, among the duties of roles and by tests. */
record ClauseUses(Map<String, Set<String>> elements, Map<String, Set<String>> roles, Map<String, Set<String>> tests) {

    static ClauseUses collect() {
        ClauseUses uses = new ClauseUses(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        ProcessFiles.processes().forEach(uses::addProcess);
        ProcessFiles.tables().forEach(uses::addTable);
        List.of("rubtsovsk", "stavropol").forEach(uses::addRoles);
        new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests())
                .importPackages("ru.mcu")
                .forEach(uses::addTests);
        return uses;
    }

    Set<String> all() {
        Set<String> ids = new TreeSet<>(elements.keySet());
        ids.addAll(roles.keySet());
        ids.addAll(tests.keySet());
        return ids;
    }

    private void addProcess(ProcessModel file) {
        String process = "процесс «" + file.process().getName() + "»";
        ProcessModel.clauses(file.process()).forEach(it -> add(elements, it, process));
        for (FlowNode node : file.all(FlowNode.class)) {
            String element = process + ": " + kind(node) + " «" + node.getName() + "»";
            ProcessModel.clauses(node).forEach(it -> add(elements, it, element));
        }
    }

    private void addTable(TableModel file) {
        Map<String, Integer> rows = new TreeMap<>();
        for (Rule row : file.table().getRules()) {
            TableModel.clauses(row).forEach(it -> rows.merge(it, 1, Integer::sum));
        }
        rows.forEach((clause, count) ->
                add(elements, clause, "таблица решений «" + file.decision().getName() + "», строк: " + count));
    }

    private void addRoles(String city) {
        Path file = Path.of("config", "cities", city + ".yml");
        try {
            for (JsonNode role : new YAMLMapper().readTree(file.toFile()).path("roles")) {
                role.path("clauses")
                        .forEach(
                                it -> add(roles, it.asText(), role.path("title").asText()));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void addTests(JavaClass type) {
        String name = "«" + title(type, type.getSimpleName()) + "»";
        for (String clause : clauses(type)) {
            add(tests, clause, name + " (`" + type.getSimpleName() + "`)");
        }
        for (JavaMethod method : type.getMethods()) {
            for (String clause : clauses(method)) {
                add(tests, clause, name + ": " + title(method, method.getName()) + " (`" + type.getSimpleName() + "`)");
            }
        }
    }

    private static List<String> clauses(CanBeAnnotated element) {
        return element instanceof JavaClass type && type.isAnnotatedWith(Clause.class)
                ? List.of(type.getAnnotationOfType(Clause.class).value())
                : element instanceof JavaMethod method && method.isAnnotatedWith(Clause.class)
                        ? List.of(method.getAnnotationOfType(Clause.class).value())
                        : List.of();
    }

    private static String title(CanBeAnnotated element, String otherwise) {
        if (element instanceof JavaClass type && type.isAnnotatedWith(DisplayName.class)) {
            return type.getAnnotationOfType(DisplayName.class).value();
        }
        if (element instanceof JavaMethod method && method.isAnnotatedWith(DisplayName.class)) {
            return method.getAnnotationOfType(DisplayName.class).value();
        }
        return otherwise;
    }

    private static String kind(FlowNode node) {
        if (node instanceof UserTask) {
            return "задача";
        }
        if (node instanceof CallActivity) {
            return "вложенный процесс";
        }
        if (node instanceof BusinessRuleTask) {
            return "решение";
        }
        return node instanceof Event ? "событие" : "шаг системы";
    }

    private static void add(Map<String, Set<String>> uses, String clause, String use) {
        uses.computeIfAbsent(clause, it -> new TreeSet<>()).add(use);
    }
}
