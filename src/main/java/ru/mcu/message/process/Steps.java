package ru.mcu.message.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import ru.mcu.message.Deadlines;
import ru.mcu.message.Drafting;
import ru.mcu.message.MessageFacts;
import ru.mcu.platform.BpmnBean;
import ru.mcu.platform.StepClock;

/** The deadlines of steps as the models name them: {@code ${steps.due(execution, 'draft')}}. */
@BpmnBean("steps")
public class Steps implements StepClock {

    private final Deadlines deadlines;
    private final MessageFacts facts;
    private final Drafting drafting;

    Steps(Deadlines deadlines, MessageFacts facts, Drafting drafting) {
        this.deadlines = deadlines;
        this.facts = facts;
        this.drafting = drafting;
    }

    /** The due date of a user task. */
    public Date due(DelegateExecution execution, String step) {
        return Date.from(deadlines.dueAt(
                MessageIds.of(execution),
                execution.getProcessInstanceId(),
                execution.getCurrentActivityId(),
                norm(execution, step)));
    }

    /** The cycle of the boundary timer that warns and escalates. */
    public String clock(DelegateExecution execution, String step) {
        return "STEP:"
                + deadlines.open(
                        MessageIds.of(execution),
                        execution.getProcessInstanceId(),
                        execution.getCurrentActivityId(),
                        norm(execution, step));
    }

    /** Rework and the final answer after an interim one have norms of their own (Елизово; ЯНАО № 856-П п. 3.11). */
    private String norm(DelegateExecution execution, String step) {
        if (!step.equals("draft")) {
            return step;
        }
        if (Boolean.TRUE.equals(execution.getVariable(MessageVariables.REWORK.name()))) {
            return "rework";
        }
        return drafting.owesFinalAnswer(MessageIds.of(execution)) ? "interimFinal" : step;
    }

    /** The priority of a task in lists: resonant before high before normal. */
    public int urgency(DelegateExecution execution) {
        return switch (facts.priority(MessageIds.of(execution))) {
            case RESONANT -> 100;
            case HIGH -> 75;
            case NORMAL -> 50;
        };
    }

    @Override
    public @Nullable Date nextAttention(String stepDeadlineId, Date after) {
        java.time.Instant next = deadlines.nextAttention(UUID.fromString(stepDeadlineId), after.toInstant());
        return next == null ? null : Date.from(next);
    }
}
