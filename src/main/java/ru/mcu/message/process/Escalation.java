package ru.mcu.message.process;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Block;
import ru.mcu.directory.Directory;
import ru.mcu.directory.Role;
import ru.mcu.message.CurLinks;
import ru.mcu.message.DeadlineEvent;
import ru.mcu.message.Deadlines;
import ru.mcu.message.StepAttention;
import ru.mcu.message.StepTold;
import ru.mcu.platform.engine.EngineAccess;

/** Tells the right people of a deadline, as {@code escalation-policy.dmn} states it; who is told also gets the task. */
@Component
class Escalation {

    private static final String ASSIGNEE = "assignee";
    private static final String CUR = "cur";
    private static final String BLOCK_LEAD = "blockLead";

    private final DecisionService decisions;
    private final TaskService tasks;
    private final Deadlines deadlines;
    private final CurLinks curLinks;
    private final Directory directory;
    private final EngineAccess engine;
    private final ApplicationEventPublisher events;

    Escalation(
            DecisionService decisions,
            TaskService tasks,
            Deadlines deadlines,
            CurLinks curLinks,
            Directory directory,
            EngineAccess engine,
            ApplicationEventPublisher events) {
        this.decisions = decisions;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.curLinks = curLinks;
        this.directory = directory;
        this.engine = engine;
        this.events = events;
    }

    /** Tells everybody the table names for what happened; several are separated by commas. */
    void tell(StepAttention attention) {
        engine.asSystem(() -> {
            Task task = attention.taskId() == null
                    ? null
                    : tasks.createTaskQuery().taskId(attention.taskId()).singleResult();
            String who = whoToTell(attention, task != null && task.getAssignee() != null);
            deadlines.recordTold(
                    attention,
                    Stream.of(who.split(","))
                            .map(String::strip)
                            .map(one -> tell(attention, task, one))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(", ", "Сообщено: ", "")));
            return who;
        });
    }

    /** The name of whoever was told; empty when the task is of no block. */
    private Optional<String> tell(StepAttention attention, @Nullable Task task, String who) {
        if (who.equals(BLOCK_LEAD)) {
            return task == null
                    ? Optional.empty()
                    : blockOf(task).map(block -> {
                        offer(task, block.group());
                        publish(attention, task, block.group());
                        return directory.title(Role.BLOCK_LEAD) + " («" + block.name() + "»)";
                    });
        }
        if (task != null && !who.equals(ASSIGNEE)) {
            offer(task, who);
        }
        if (task != null && who.equals(CUR) && attention.event() == DeadlineEvent.OVERDUE) {
            curLinks.remind(attention.messageId(), task.getProcessInstanceId());
        }
        publish(attention, task, who.equals(ASSIGNEE) ? null : who);
        return Optional.of(title(who, task));
    }

    private void publish(StepAttention attention, @Nullable Task task, @Nullable String group) {
        events.publishEvent(new StepTold(attention, group, task == null ? null : task.getAssignee()));
    }

    private void offer(Task task, String group) {
        if (!isCandidate(task, group)) {
            tasks.addCandidateGroup(task.getId(), group);
        }
    }

    /** The block of the body whose executors have the task. */
    private Optional<Block> blockOf(Task task) {
        Set<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return directory.bodies().stream()
                .filter(body -> groups.contains(directory.groupOf(body)))
                .findFirst()
                .map(directory::blockOf);
    }

    private boolean isCandidate(Task task, String group) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().anyMatch(link -> group.equals(link.getGroupId()));
    }

    private String whoToTell(StepAttention attention, boolean taken) {
        DmnDecisionRuleResult row = decisions
                .evaluateDecisionTableByKey("escalationPolicy")
                .variables(Variables.putValue("task", attention.activityId())
                        .putValue("event", attention.event().code())
                        .putValue("taken", taken))
                .evaluate()
                .getFirstResult();
        String tell = row == null ? null : row.getEntry("tell");
        return tell == null ? ASSIGNEE : tell;
    }

    private String title(String who, @Nullable Task task) {
        if (!who.equals(ASSIGNEE)) {
            return directory.title(Role.of(who));
        }
        return task == null || task.getAssignee() == null ? "исполнителю" : directory.personName(task.getAssignee());
    }
}
