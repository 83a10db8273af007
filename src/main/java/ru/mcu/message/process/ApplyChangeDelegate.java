package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Deadlines;
import ru.mcu.message.MessageChanged;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.Priority;
import ru.mcu.platform.BpmnBean;

/** Takes in what changed while the work goes on. */
@BpmnBean("applyChange")
class ApplyChangeDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final MessageFacts facts;
    private final RunningTimers timers;
    private final OpenConcepts concepts;

    ApplyChangeDelegate(Deadlines deadlines, MessageFacts facts, RunningTimers timers, OpenConcepts concepts) {
        this.deadlines = deadlines;
        this.facts = facts;
        this.timers = timers;
        this.concepts = concepts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID message = MessageIds.of(execution);
        boolean priorityChanged = MessageChanged.Change.PRIORITY.code().equals(MessageVariables.CHANGE.get(execution));
        if (priorityChanged) {
            timers.follow(deadlines.recompute(message, "Сменён приоритет"));
        }
        execution.setVariableLocal(
                MessageVariables.CONCEPT_NEEDED.name(),
                priorityChanged
                        && facts.priority(message) == Priority.RESONANT
                        && !facts.hasConcept(message)
                        && concepts.mustBeUrgent(execution));
    }
}
