package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Publications;
import ru.mcu.platform.BpmnBean;

/** Prepares the main message's answer for a duplicate's author. */
@BpmnBean("takeParentAnswer")
class TakeParentAnswerDelegate implements JavaDelegate {

    private final Publications publications;

    TakeParentAnswerDelegate(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID publication = publications.takeParentAnswer(MessageIds.of(execution));
        MessageVariables.PUBLICATION_ID.set(execution, publication.toString());
    }
}
