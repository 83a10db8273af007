package ru.mcu.message.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Publications;
import ru.mcu.message.Publications.AfterAnswer;
import ru.mcu.platform.BpmnBean;

/** Keeps what the answer said and tells those who wait for it. */
@BpmnBean("noteAnswer")
class NoteAnswerDelegate implements JavaDelegate {

    private final Publications publications;
    private final WaitingDuplicates duplicates;
    private final StatusFollower status;

    NoteAnswerDelegate(Publications publications, WaitingDuplicates duplicates, StatusFollower status) {
        this.publications = publications;
        this.duplicates = duplicates;
        this.status = status;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AfterAnswer next = publications.noteAnswer(UUID.fromString(MessageVariables.PUBLICATION_ID.get(execution)));
        MessageVariables.NEXT_AFTER_ANSWER.set(execution, next.code());
        if (next == AfterAnswer.CONTROL) {
            status.follow(execution, MessageStatus.CONTROL);
            duplicates.wake(MessageIds.of(execution));
        }
    }
}
