package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of every process here is the message's id. */
final class MessageIds {

    private MessageIds() {}

    static UUID of(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
