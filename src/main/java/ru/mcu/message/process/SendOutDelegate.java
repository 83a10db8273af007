package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Publications;
import ru.mcu.platform.BpmnBean;

/** Writes the text into the outbox in this very transaction. */
@BpmnBean("sendOut")
class SendOutDelegate implements JavaDelegate {

    private final Publications publications;

    SendOutDelegate(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        publications.sendOut(UUID.fromString(MessageVariables.PUBLICATION_ID.get(execution)));
        MessageVariables.PUBLISHED.set(execution, true);
    }
}
