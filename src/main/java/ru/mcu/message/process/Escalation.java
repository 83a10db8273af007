package ru.mcu.message.process;

import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Directory;
import ru.mcu.directory.Role;
import ru.mcu.message.CurLinks;
import ru.mcu.message.DeadlineEvent;
import ru.mcu.message.Deadlines;
import ru.mcu.message.StepAttention;
import ru.mcu.platform.engine.EngineAccess;

/** Tells the right people of a deadline, as {@code escalation-policy.dmn} states it; who is told also gets the task. */
@Component
class Escalation {

    private static final String ASSIGNEE = "assignee";
    private static final String CUR = "cur";

    private final DecisionService decisions;
    private final TaskService tasks;
    private final Deadlines deadlines;
    private final CurLinks curLinks;
    private final Directory directory;
    private final EngineAccess engine;

    Escalation(
            DecisionService decisions,
            TaskService tasks,
            Deadlines deadlines,
            CurLinks curLinks,
            Directory directory,
            EngineAccess engine) {
        this.decisions = decisions;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.curLinks = curLinks;
        this.directory = directory;
        this.engine = engine;
    }

    void tell(StepAttention attention) {
        engine.asSystem(() -> {
            Task task = attention.taskId() == null
                    ? null
                    : tasks.createTaskQuery().taskId(attention.taskId()).singleResult();
            String who = whoToTell(attention, task != null && task.getAssignee() != null);
            if (task != null && !who.equals(ASSIGNEE) && !isCandidate(task, who)) {
                tasks.addCandidateGroup(task.getId(), who);
            }
            if (task != null && who.equals(CUR) && attention.event() == DeadlineEvent.OVERDUE) {
                curLinks.remind(attention.messageId(), task.getProcessInstanceId());
            }
            deadlines.recordTold(attention, "Сообщено: " + title(who, task));
            return who;
        });
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

    private String title(String who, @org.jspecify.annotations.Nullable Task task) {
        if (!who.equals(ASSIGNEE)) {
            return directory.title(Role.of(who));
        }
        return task == null || task.getAssignee() == null ? "исполнителю" : directory.personName(task.getAssignee());
    }
}
