package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Deadlines;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.BpmnBean;

/** Stops the message's clock while its author is asked. */
@BpmnBean("stopClock")
class StopClockDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final StatusFollower status;

    StopClockDelegate(Deadlines deadlines, StatusFollower status) {
        this.deadlines = deadlines;
        this.status = status;
    }

    @Override
    public void execute(DelegateExecution execution) {
        status.follow(execution, MessageStatus.CLARIFYING);
        deadlines.pause(MessageIds.of(execution), "Ждём ответа автора");
    }
}
