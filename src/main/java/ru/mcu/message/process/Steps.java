package ru.mcu.message.process;

import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import ru.mcu.message.Deadlines;
import ru.mcu.message.MessageFacts;
import ru.mcu.platform.BpmnBean;
import ru.mcu.platform.StepClock;

/** The deadlines of steps as the models name them: {@code ${steps.due(execution, 'draft')}}. */
@BpmnBean("steps")
public class Steps implements StepClock {

    private final Deadlines deadlines;
    private final MessageFacts facts;

    Steps(Deadlines deadlines, MessageFacts facts) {
        this.deadlines = deadlines;
        this.facts = facts;
    }

    /** The due date of a user task. */
    public Date due(DelegateExecution execution, String step) {
        return Date.from(deadlines.dueAt(
                MessageIds.of(execution), execution.getProcessInstanceId(), execution.getCurrentActivityId(), step));
    }

    /** The cycle of the boundary timer that warns and escalates. */
    public String clock(DelegateExecution execution, String step) {
        return "STEP:"
                + deadlines.open(
                        MessageIds.of(execution),
                        execution.getProcessInstanceId(),
                        execution.getCurrentActivityId(),
                        step);
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
