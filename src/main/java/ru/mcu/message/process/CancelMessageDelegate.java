package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Oversight;
import ru.mcu.platform.BpmnBean;

/** Ends a message that the head cancelled. */
@BpmnBean("cancelMessage")
class CancelMessageDelegate implements JavaDelegate {

    private final Oversight oversight;
    private final WaitingDuplicates duplicates;

    CancelMessageDelegate(Oversight oversight, WaitingDuplicates duplicates) {
        this.oversight = oversight;
        this.duplicates = duplicates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        oversight.close(MessageIds.of(execution));
        duplicates.wake(MessageIds.of(execution));
    }
}
