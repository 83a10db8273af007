package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Publications;
import ru.mcu.platform.BpmnBean;

/** Freezes the approved text: from here on its hash must not change (Ставрополь IV.11.8). */
@BpmnBean("freezeAnswer")
class FreezeAnswerDelegate implements JavaDelegate {

    private final Publications publications;

    FreezeAnswerDelegate(Publications publications) {
        this.publications = publications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID publication = publications.freezeAnswer(MessageIds.of(execution));
        MessageVariables.PUBLICATION_ID.set(execution, publication.toString());
    }
}
