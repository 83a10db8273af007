package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.MessageFacts;
import ru.mcu.platform.BpmnBean;

/** Facts about the message that decision tables read, without keeping them as variables. */
@BpmnBean("messageState")
public class MessageStateBean {

    private final MessageFacts facts;

    MessageStateBean(MessageFacts facts) {
        this.facts = facts;
    }

    public String outcome(DelegateExecution execution) {
        AnswerOutcome outcome = facts.outcome(MessageIds.of(execution));
        return outcome == null ? "" : outcome.code();
    }

    public String channel(DelegateExecution execution) {
        return facts.channel(MessageIds.of(execution)).code();
    }

    public boolean datePromised(DelegateExecution execution) {
        return facts.datePromised(MessageIds.of(execution));
    }
}
