package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Publications;
import ru.mcu.message.Publications.AfterAnswer;
import ru.mcu.platform.BpmnBean;

/** Keeps what the answer said and tells those who wait for it. */
@BpmnBean("noteAnswer")
class NoteAnswerDelegate implements JavaDelegate {

    private final Publications publications;
    private final WaitingDuplicates duplicates;

    NoteAnswerDelegate(Publications publications, WaitingDuplicates duplicates) {
        this.publications = publications;
        this.duplicates = duplicates;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AfterAnswer next = publications.noteAnswer(UUID.fromString(MessageVariables.PUBLICATION_ID.get(execution)));
        MessageVariables.NEXT_AFTER_ANSWER.set(execution, next.code());
        if (next == AfterAnswer.CONTROL) {
            duplicates.wake(MessageIds.of(execution));
        }
    }
}
