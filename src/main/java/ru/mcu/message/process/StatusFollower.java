package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Oversight;

/** Lets the message's status follow its process. */
@Component
class StatusFollower {

    private final Oversight oversight;

    StatusFollower(Oversight oversight) {
        this.oversight = oversight;
    }

    void follow(DelegateExecution execution, MessageStatus status) {
        oversight.enter(MessageIds.of(execution), status);
    }
}
