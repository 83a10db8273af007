package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Triage;
import ru.mcu.platform.BpmnBean;

/** Counts «не в компетенции»; from the third on the head triages himself. */
@BpmnBean("countReturn")
class CountReturnDelegate implements JavaDelegate {

    private final Triage triage;

    CountReturnDelegate(Triage triage) {
        this.triage = triage;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (triage.countReturn(MessageIds.of(execution))) {
            MessageVariables.TRIAGE_GROUP.set(execution, "head");
        }
    }
}
