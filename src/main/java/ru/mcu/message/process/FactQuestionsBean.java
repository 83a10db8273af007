package ru.mcu.message.process;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import ru.mcu.message.Facts;
import ru.mcu.platform.BpmnBean;

/** The fact requests as the models see them. */
@BpmnBean("factQuestions")
public class FactQuestionsBean {

    private final Facts facts;

    FactQuestionsBean(Facts facts) {
        this.facts = facts;
    }

    /** Ids of the unanswered requests, one process each. */
    public List<String> open(DelegateExecution execution) {
        return facts.open(MessageIds.of(execution));
    }

    /** The group of the body that is asked. */
    public String groupOf(String factRequestId) {
        return facts.groupOf(UUID.fromString(factRequestId));
    }
}
