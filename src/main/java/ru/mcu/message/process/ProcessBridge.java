package ru.mcu.message.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mcu.message.ApprovalDecision;
import ru.mcu.message.AuthorReplied;
import ru.mcu.message.CurDecidedByLink;
import ru.mcu.message.EntryStep;
import ru.mcu.message.MessageCancelled;
import ru.mcu.message.MessageChanged;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageRegistered;
import ru.mcu.message.PublicationSettled;
import ru.mcu.platform.Channel;
import ru.mcu.platform.engine.EngineAccess;
import ru.mcu.platform.task.TaskSubmission;

/** Carries the domain's events into the running processes, in the same transaction. */
@Component
class ProcessBridge {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final MessageFacts facts;
    private final EngineAccess engine;
    private final TaskSubmission submission;

    ProcessBridge(
            RuntimeService runtime,
            TaskService tasks,
            MessageFacts facts,
            EngineAccess engine,
            TaskSubmission submission) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.facts = facts;
        this.engine = engine;
        this.submission = submission;
    }

    @EventListener
    void on(MessageRegistered registered) {
        UUID id = registered.messageId();
        String operators = facts.channel(id) == Channel.POS ? "posOperator" : "imOperator";
        Map<String, Object> variables = new HashMap<>();
        variables.put(MessageVariables.ENTRY_STEP.name(), registered.entryStep().code());
        variables.put(MessageVariables.PRIORITY.name(), facts.priority(id).code());
        variables.put(MessageVariables.OPERATOR_GROUP.name(), operators);
        variables.put(MessageVariables.TRIAGE_GROUP.name(), operators);
        variables.put(MessageVariables.TEXT_KNOWN.name(), facts.textKnown(id));
        if (registered.entryStep() != EntryStep.TRIAGE) {
            facts.executorBody(id)
                    .ifPresent(body -> variables.put(MessageVariables.EXECUTOR_GROUP.name(), "body-" + body));
        }
        engine.asSystem(() -> runtime.startProcessInstanceByKey("messageHandling", id.toString(), variables));
    }

    @EventListener
    void on(MessageChanged changed) {
        String key = changed.messageId().toString();
        engine.asSystem(() -> runtime.createMessageCorrelation("messageChanged")
                .processInstanceBusinessKey(key)
                .setVariableLocal(
                        MessageVariables.CHANGE.name(), changed.change().code())
                .correlateAllWithResult());
        if (changed.change() == MessageChanged.Change.PRIORITY) {
            String priority = facts.priority(changed.messageId()).code();
            engine.asSystem(() -> {
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .list()
                        .forEach(instance ->
                                runtime.setVariable(instance.getId(), MessageVariables.PRIORITY.name(), priority));
                return key;
            });
        }
    }

    @EventListener
    void on(MessageCancelled cancelled) {
        engine.asSystem(() -> runtime.createMessageCorrelation("messageCancelled")
                .processInstanceBusinessKey(cancelled.messageId().toString())
                .correlateAllWithResult());
    }

    @EventListener
    void on(AuthorReplied replied) {
        engine.asSystem(() -> runtime.createMessageCorrelation("authorReplied")
                .processInstanceBusinessKey(replied.messageId().toString())
                .correlateAllWithResult());
    }

    @EventListener
    void on(PublicationSettled settled) {
        engine.asSystem(() -> runtime.createMessageCorrelation("deliverySettled")
                .processInstanceBusinessKey(settled.messageId().toString())
                .processInstanceVariableEquals(
                        MessageVariables.PUBLICATION_ID.name(),
                        settled.publicationId().toString())
                .setVariable(
                        MessageVariables.DELIVERY_OUTCOME.name(),
                        settled.outcome().code())
                .correlateAllWithResult());
    }

    /** A decision taken through the one-time link completes the task that waits in Tasklist. */
    @EventListener
    void on(CurDecidedByLink decided) {
        engine.asSystem(() -> {
            List<Task> waiting = tasks.createTaskQuery()
                    .processInstanceId(decided.processInstanceId())
                    .taskDefinitionKey("userTask_approveByCur")
                    .list();
            for (Task task : waiting) {
                submission.completeDecided(
                        task.getId(),
                        Map.of(
                                MessageVariables.CUR_DECISION.name(),
                                decided.decision() == ApprovalDecision.APPROVED ? "approve" : "giveBack"));
            }
            return waiting;
        });
    }
}
