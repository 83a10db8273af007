package ru.mcu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import ru.mcu.ProcessFiles.ProcessModel;
import ru.mcu.ProcessFiles.TableModel;
import ru.mcu.platform.BpmnBean;
import ru.mcu.regulation.Clauses;

/** What holds for every model, read from the files without an engine; a city that edits a model can run it in seconds. */
@DisplayName("Модели процессов и таблицы решений")
class ProcessModelTests {

    /**
     * A reader holds about forty steps in his head and on his screen. Five more, because the main process carries two
     * event subprocesses that must stand where their message can start them and cannot be called out.
     */
    private static final int MOST_NODES = 45;

    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    /** Tasks without a clock of their own, with the reason. */
    private static final Map<String, String> WITHOUT_CLOCK = Map.of(
            "userTask_prepareConceptNow",
            "begins when a message becomes resonant halfway: the step of the answer that runs beside it is watched");

    /** Delegates that processes of other modules may call, with the reason. */
    private static final Map<String, String> SHARED_DELEGATES =
            Map.of("escalateStep", "whoever watches a step's deadline escalates in the same way");

    /**
     * Tables that are asked only with a value of one column: each value needs a row that asks for nothing else. All
     * other tables end with a row that fits everything.
     */
    private static final Map<String, Integer> KEY_COLUMNS = Map.of("deadlineNorms", 3, "escalationPolicy", 1);

    private static final Pattern ID = Pattern.compile("[a-z][a-zA-Z]*_[a-z][a-zA-Z0-9]*");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]");
    private static final Pattern CYRILLIC = Pattern.compile("[А-Яа-яЁё]");
    private static final Pattern BEAN = Pattern.compile("[$#]\\{\\s*!?\\s*([a-zA-Z]+)\\.[a-zA-Z]+\\(");

    private final List<ProcessModel> processes = ProcessFiles.processes();
    private final List<TableModel> tables = ProcessFiles.tables();
    private final List<String> problems = new ArrayList<>();

    @Test
    @DisplayName("в файле один исполняемый процесс, он назван как файл и хранит историю в днях")
    void oneProcessPerFile() {
        for (ProcessModel file : processes) {
            check(
                    file.executable().size() == 1,
                    file,
                    "",
                    "executable processes: " + file.executable().size());
            check(
                    file.expectedId().equals(file.process().getId()),
                    file,
                    file.process().getId(),
                    "file name");
            check(
                    isDays(file.process().getCamundaHistoryTimeToLiveString()),
                    file,
                    file.process().getId(),
                    "historyTimeToLive");
        }
        assertNoProblems();
    }

    @Test
    @DisplayName("id говорит, что это: <тип>_<имяЛатиницей>")
    void idsSayWhatTheyStandFor() {
        each(FlowElement.class, (file, element) -> {
            String id = element.getId();
            check(ID.matcher(id).matches(), file, id, "id pattern");
            check(id.startsWith(prefix(element) + "_"), file, id, "id begins with " + prefix(element) + "_");
        });
        assertNoProblems();
    }

    @Test
    @DisplayName("подписи – русские, без латиницы")
    void labelsAreRussian() {
        each(FlowElement.class, (file, element) -> checkLabel(file, element.getId(), element.getName()));
        processes.forEach(file -> {
            checkLabel(file, file.process().getId(), file.process().getName());
            check(file.process().getName() != null, file, file.process().getId(), "no name");
        });
        for (TableModel table : tables) {
            String name = table.decision().getName();
            check(
                    name != null
                            && CYRILLIC.matcher(name).find()
                            && !LATIN.matcher(name).find(),
                    table.file(),
                    table.decision().getId(),
                    "label «" + name + "»");
        }
        assertNoProblems();
    }

    @Test
    @DisplayName("каждое действие и событие названо, каждый выбор – вопрос, каждый его исход подписан")
    void everythingIsNamed() {
        each(FlowNode.class, (file, node) -> {
            boolean choice = node instanceof Gateway && node.getOutgoing().size() > 1;
            if (node instanceof Activity || node instanceof Event || choice) {
                check(node.getName() != null, file, node.getId(), "no name");
            }
            if (choice) {
                check(String.valueOf(node.getName()).endsWith("?"), file, node.getId(), "not a question");
            }
            if (choice && !(node instanceof EventBasedGateway)) {
                node.getOutgoing().forEach(it -> check(it.getName() != null, file, it.getId(), "no name"));
            }
        });
        assertNoProblems();
    }

    @Test
    @DisplayName("шаг системы – только бин своего модуля; ни сценариев, ни классов, ни внешних заданий")
    void onlyBeansAct() {
        Map<String, String> beans = exportedBeans();
        each(ServiceTask.class, (file, task) -> {
            String expression = String.valueOf(task.getCamundaDelegateExpression());
            Matcher bean = Pattern.compile("\\$\\{([a-zA-Z]+)}").matcher(expression);
            if (!bean.matches()) {
                problem(file, task.getId(), "delegateExpression " + expression);
                return;
            }
            String owner = beans.getOrDefault(bean.group(1), "");
            check(
                    owner.startsWith("ru.mcu." + file.module() + ".")
                            || (SHARED_DELEGATES.containsKey(bean.group(1)) && !owner.isEmpty()),
                    file,
                    task.getId(),
                    "bean " + bean.group(1) + " is in «" + owner + "»");
        });
        Pattern code = Pattern.compile("<bpmn:scriptTask|<bpmn:sendTask|camunda:(class|script|connector|topic|type)\\b"
                + "|camunda:expression=|camunda:executionListener|camunda:taskListener");
        for (ProcessModel file : processes) {
            Matcher found = code.matcher(file.text());
            check(!found.find(), file, "", found.reset().find() ? found.group() : "");
        }
        assertNoProblems();
    }

    @Test
    @DisplayName("выражения зовут только выставленные для моделей бины")
    void expressionsCallExportedBeans() {
        Set<String> beans = exportedBeans().keySet();
        for (ProcessModel file : processes) {
            Matcher call = BEAN.matcher(file.text());
            while (call.find()) {
                check(
                        beans.contains(call.group(1)) || "execution".equals(call.group(1)),
                        file,
                        "",
                        "no bean " + call.group(1));
            }
        }
        assertNoProblems();
    }

    @Test
    @DisplayName("у задачи человека есть форма, группа, срок, подсказка по-русски, шаг и часы")
    void userTasksAreComplete() {
        each(UserTask.class, (file, task) -> {
            String form = String.valueOf(task.getCamundaFormKey()).replace("embedded:deployment:", "");
            check(
                    form.startsWith("forms/" + file.module() + "/") && Files.exists(Path.of(form)),
                    file,
                    task.getId(),
                    "form " + form);
            check(!blank(task.getCamundaCandidateGroups()), file, task.getId(), "no candidateGroups");
            check(
                    String.valueOf(task.getCamundaDueDate()).contains("steps.due("),
                    file,
                    task.getId(),
                    "dueDate is not from steps.due");
            check(
                    task.getDocumentations().stream().anyMatch(it -> CYRILLIC.matcher(it.getTextContent())
                            .find()),
                    file,
                    task.getId(),
                    "no Russian documentation");
            check(ProcessModel.property(task, "step").isPresent(), file, task.getId(), "no step");
            check(
                    hasClock(file, task) != WITHOUT_CLOCK.containsKey(task.getId()),
                    file,
                    task.getId(),
                    "clock: one repeating timer by steps.clock that does not interrupt");
        });
        assertNoProblems();
    }

    @Test
    @DisplayName("на каждое сообщение модели в коде есть отправитель")
    void everyMessageHasASender() {
        String code = Sources.types().stream().map(Sources::text).collect(Collectors.joining());
        each(
                Message.class,
                (file, message) -> check(
                        code.contains("createMessageCorrelation(\"" + message.getName() + "\")"),
                        file,
                        message.getId(),
                        "nobody sends " + message.getName()));
        assertNoProblems();
    }

    @Test
    @DisplayName("модель обозрима: не больше 45 узлов")
    void modelsAreSmall() {
        for (ProcessModel file : processes) {
            int nodes = file.all(FlowNode.class).size();
            check(nodes <= MOST_NODES, file, file.process().getId(), nodes + " nodes");
        }
        assertNoProblems();
    }

    @Test
    @DisplayName("вызываемые процессы и таблицы решений существуют")
    void whatIsCalledExists() {
        Set<String> known = processes.stream().map(it -> it.process().getId()).collect(Collectors.toSet());
        Set<String> decisions = tables.stream().map(it -> it.decision().getId()).collect(Collectors.toSet());
        each(
                CallActivity.class,
                (file, it) -> check(known.contains(it.getCalledElement()), file, it.getId(), it.getCalledElement()));
        each(
                BusinessRuleTask.class,
                (file, it) -> check(
                        decisions.contains(it.getCamundaDecisionRef()), file, it.getId(), it.getCamundaDecisionRef()));
        assertNoProblems();
    }

    @Test
    @DisplayName("каждый элемент нарисован")
    void everythingIsDrawn() {
        each(FlowNode.class, (file, it) -> check(it.getDiagramElement() != null, file, it.getId(), "no shape"));
        each(SequenceFlow.class, (file, it) -> check(it.getDiagramElement() != null, file, it.getId(), "no edge"));
        assertNoProblems();
    }

    @Test
    @DisplayName("процесс, задача человека и таймер называют пункт регламента")
    void everyDutyNamesItsGround() {
        Set<String> known = Clauses.read().ids();
        for (ProcessModel file : processes) {
            checkClauses(file.file(), file.process().getId(), ProcessModel.clauses(file.process()), known);
        }
        each(UserTask.class, (file, it) -> checkClauses(file.file(), it.getId(), ProcessModel.clauses(it), known));
        each(TimerEventDefinition.class, (file, it) -> {
            BaseElement event = (BaseElement) it.getParentElement();
            checkClauses(file.file(), event.getId(), ProcessModel.clauses(event), known);
        });
        each(FlowNode.class, (file, it) -> ProcessModel.clauses(it)
                .forEach(clause -> check(known.contains(clause), file, it.getId(), "unknown clause " + clause)));
        assertNoProblems();
    }

    @Test
    @DisplayName("таблица решений названа как файл, читается сверху вниз и хранит историю в днях")
    void tablesAreReadFromTheTop() {
        for (TableModel table : tables) {
            String id = table.decision().getId();
            check(table.expectedId().equals(id), table.file(), id, "file name");
            check(table.table().getHitPolicy() == HitPolicy.FIRST, table.file(), id, "hit policy");
            check(
                    isDays(table.decision().getAttributeValueNs(CAMUNDA_DMN, "historyTimeToLive")),
                    table.file(),
                    id,
                    "historyTimeToLive");
        }
        assertNoProblems();
    }

    @Test
    @DisplayName("таблица решений отвечает всегда: есть строка на все остальные случаи")
    void tablesAlwaysAnswer() {
        for (TableModel table : tables) {
            List<Rule> rows = List.copyOf(table.table().getRules());
            Integer key = KEY_COLUMNS.get(table.decision().getId());
            if (key == null) {
                Rule last = rows.get(rows.size() - 1);
                check(
                        TableModel.conditions(last).stream().allMatch(String::isEmpty),
                        table.file(),
                        last.getId(),
                        "does not fit everything");
            } else {
                Set<String> values = new TreeSet<>();
                Set<String> answered = new TreeSet<>();
                for (Rule row : rows) {
                    List<String> conditions = new ArrayList<>(TableModel.conditions(row));
                    List<String> named = List.of(conditions.remove((int) key).split(","));
                    values.addAll(named);
                    if (conditions.stream().allMatch(String::isEmpty)) {
                        answered.addAll(named);
                    }
                }
                values.removeAll(answered);
                values.remove(""); // a row for any value, told apart by another column
                check(values.isEmpty(), table.file(), table.decision().getId(), "no row for any other " + values);
            }
        }
        assertNoProblems();
    }

    @Test
    @DisplayName("каждая строка таблицы решений начинается с пунктов регламента и сказана по-русски")
    void everyRowNamesItsGround() {
        Set<String> known = Clauses.read().ids();
        for (TableModel table : tables) {
            for (Rule row : table.table().getRules()) {
                checkClauses(table.file(), row.getId(), TableModel.clauses(row), known);
                check(
                        row.getDescription() != null
                                && CYRILLIC.matcher(row.getDescription().getTextContent())
                                        .find(),
                        table.file(),
                        row.getId(),
                        "no Russian description");
            }
        }
        assertNoProblems();
    }

    private static boolean hasClock(ProcessModel file, UserTask task) {
        Collection<BoundaryEvent> attached = file.all(BoundaryEvent.class);
        return attached.stream()
                        .filter(it -> task.equals(it.getAttachedTo()) && !it.cancelActivity())
                        .flatMap(it -> it.getEventDefinitions().stream())
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(TimerEventDefinition.class::cast)
                        .filter(it -> it.getTimeCycle() != null
                                && it.getTimeCycle().getTextContent().contains("steps.clock("))
                        .count()
                == 1;
    }

    /** Names of beans that models may call, with the class that stands behind each. */
    private static Map<String, String> exportedBeans() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(BpmnBean.class));
        Map<String, String> beans = new HashMap<>();
        scan.findCandidateComponents("ru.mcu").forEach(it -> {
            Class<?> type = ClassUtils.resolveClassName(String.valueOf(it.getBeanClassName()), null);
            beans.put(type.getAnnotation(BpmnBean.class).value(), type.getName());
        });
        return beans;
    }

    private static String prefix(FlowElement element) {
        if (element instanceof Gateway) {
            return "gateway";
        }
        String type = element.getElementType().getTypeName();
        return switch (type) {
            case "sequenceFlow" -> "flow";
            case "intermediateCatchEvent" -> "catchEvent";
            case "intermediateThrowEvent" -> "throwEvent";
            default -> type;
        };
    }

    private static boolean isDays(@Nullable String timeToLive) {
        return timeToLive != null && timeToLive.matches("P[1-9][0-9]*D");
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void checkLabel(ProcessModel file, String id, @Nullable String name) {
        if (name != null) {
            check(CYRILLIC.matcher(name).find() || name.matches("[0-9 –-]+"), file, id, "label «" + name + "»");
            check(!LATIN.matcher(name).find(), file, id, "label «" + name + "»");
        }
    }

    private void checkClauses(Path file, String id, List<String> clauses, Set<String> known) {
        check(!clauses.isEmpty(), file, id, "no clause");
        clauses.forEach(it -> check(known.contains(it), file, id, "unknown clause " + it));
    }

    private <T extends BaseElement> void each(Class<T> type, BiConsumer<ProcessModel, T> rule) {
        processes.forEach(file -> file.all(type).forEach(it -> rule.accept(file, it)));
    }

    private void check(boolean holds, ProcessModel file, String id, String problem) {
        check(holds, file.file(), id, problem);
    }

    private void check(boolean holds, Path file, String id, String problem) {
        if (!holds) {
            problems.add(file + " · " + id + " · " + problem);
        }
    }

    private void problem(ProcessModel file, String id, String problem) {
        check(false, file, id, problem);
    }

    private void assertNoProblems() {
        assertThat(processes).isNotEmpty();
        assertThat(tables).isNotEmpty();
        assertThat(problems).isEmpty();
    }
}
