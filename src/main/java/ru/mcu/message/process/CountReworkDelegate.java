package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Approvals;
import ru.mcu.platform.BpmnBean;

/** Counts returns by the ЦУР; the fourth goes to the curator. */
@BpmnBean("countRework")
class CountReworkDelegate implements JavaDelegate {

    private final Approvals approvals;

    CountReworkDelegate(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MessageVariables.REWORK.set(execution, true);
        MessageVariables.REWORK_DISPUTED.set(execution, approvals.countRework(MessageIds.of(execution)));
    }
}
