package ru.mcu.message.process;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.mcu.message.Deadlines;
import ru.mcu.message.Drafting;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Oversight;
import ru.mcu.platform.CurrentUser;

/** What holds for every user task about a message: its line in lists, its deadline, the status it stands for. */
@Component
class TaskWatch {

    private static final Map<String, MessageStatus> STATUS = Map.ofEntries(
            Map.entry("userTask_addText", MessageStatus.TRIAGE),
            Map.entry("userTask_triageMessage", MessageStatus.TRIAGE),
            Map.entry("userTask_prepareConcept", MessageStatus.CONCEPT),
            Map.entry("userTask_draftAnswer", MessageStatus.DRAFTING),
            Map.entry("userTask_provideFacts", MessageStatus.AWAITING_FACTS),
            Map.entry("userTask_reviewAnswer", MessageStatus.REVIEW),
            Map.entry("userTask_approveByCur", MessageStatus.CUR_APPROVAL),
            Map.entry("userTask_decideWithoutCur", MessageStatus.CUR_APPROVAL),
            Map.entry("userTask_checkPromise", MessageStatus.CONTROL),
            Map.entry("userTask_askByPhone", MessageStatus.CONTROL),
            Map.entry("userTask_checkQuality", MessageStatus.QUALITY_CHECK));

    private final MessageFacts facts;
    private final Deadlines deadlines;
    private final Drafting drafting;
    private final Oversight oversight;
    private final CurrentUser actor;

    TaskWatch(MessageFacts facts, Deadlines deadlines, Drafting drafting, Oversight oversight, CurrentUser actor) {
        this.facts = facts;
        this.deadlines = deadlines;
        this.drafting = drafting;
        this.oversight = oversight;
        this.actor = actor;
    }

    /** Before all others that hear of a task: they look at its deadline and assignee. */
    @EventListener(condition = "#task.eventName == 'create'")
    @Order(0)
    void created(DelegateTask task) {
        String key = task.getExecution().getProcessBusinessKey();
        UUID message = key == null ? null : facts.known(key).orElse(null);
        if (message == null) {
            return; // a process about something else: the management's own, or one that a city added
        }
        task.setVariableLocal(MessageVariables.BRIEF.name(), facts.brief(message));
        deadlines.bind(task.getProcessInstanceId(), task.getTaskDefinitionKey(), task.getId());
        MessageStatus status = STATUS.get(task.getTaskDefinitionKey());
        if (status != null) {
            oversight.enter(message, status);
        }
        if (task.getTaskDefinitionKey().equals("userTask_draftAnswer")) {
            giveBackToAuthor(task, message);
        }
    }

    /** Rework goes to the one who wrote the draft, if he is still of the body that answers. */
    private void giveBackToAuthor(DelegateTask task, UUID message) {
        drafting.authorForRework(message).ifPresent(task::setAssignee);
    }

    @EventListener(condition = "#task.eventName == 'complete' or #task.eventName == 'delete'")
    void ended(DelegateTask task) {
        deadlines.close(
                task.getProcessInstanceId(),
                task.getTaskDefinitionKey(),
                task.getEventName().equals(TaskListener.EVENTNAME_COMPLETE) ? actor.id() : CurrentUser.SYSTEM);
    }
}
