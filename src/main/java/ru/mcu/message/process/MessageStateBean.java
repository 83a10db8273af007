package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import ru.mcu.message.AnswerOutcome;
import ru.mcu.message.MessageFacts;
import ru.mcu.platform.BpmnBean;

/** Facts about the message that decision tables read, without keeping them as variables. */
@BpmnBean("messageState")
public class MessageStateBean {

    private final MessageFacts facts;
    private final OpenConcepts concepts;

    MessageStateBean(MessageFacts facts, OpenConcepts concepts) {
        this.facts = facts;
        this.concepts = concepts;
    }

    public String outcome(DelegateExecution execution) {
        AnswerOutcome outcome = facts.outcome(MessageIds.of(execution));
        return outcome == null ? "" : outcome.code();
    }

    public String channel(DelegateExecution execution) {
        return facts.channel(MessageIds.of(execution)).code();
    }

    /** Whether the risk coordinator has said how to answer, or is just writing it. */
    public boolean conceptAsked(DelegateExecution execution) {
        return facts.hasConcept(MessageIds.of(execution)) || concepts.areAwaited(execution);
    }

    public boolean datePromised(DelegateExecution execution) {
        return facts.datePromised(MessageIds.of(execution));
    }
}
