package ru.mcu.message.process;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Keeps the risk coordinator from being asked twice for the concept of one answer (Ставрополь III.8.1). */
@Component
class OpenConcepts {

    private static final String PREPARATION = "callActivity_prepareAnswer";
    private static final String URGENT_CONCEPT = "userTask_prepareConceptNow";

    private final RuntimeService runtime;

    OpenConcepts(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Whether a concept asked for while the work went on is not there yet. */
    boolean areAwaited(DelegateExecution execution) {
        return isAt(execution, URGENT_CONCEPT);
    }

    /** Before triage ends the usual way leads to the concept; after the answer's approval it would come too late. */
    boolean mustBeUrgent(DelegateExecution execution) {
        return isAt(execution, PREPARATION) && !areAwaited(execution);
    }

    private boolean isAt(DelegateExecution execution, String activity) {
        return runtime.createExecutionQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .activityId(activity)
                        .count()
                > 0;
    }
}
