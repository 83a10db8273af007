package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Deadlines;
import ru.mcu.message.StepAttention;
import ru.mcu.platform.BpmnBean;

/** Tells those who must know that a step comes due or is overdue (Ставрополь III.9.6, Рубцовск 2.2.8.3). */
@BpmnBean("escalateStep")
class EscalateStepDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final Escalation escalation;

    EscalateStepDelegate(Deadlines deadlines, Escalation escalation) {
        this.deadlines = deadlines;
        this.escalation = escalation;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (StepAttention attention : deadlines.takeDueAttention(execution.getProcessInstanceId())) {
            escalation.tell(attention);
        }
    }
}
