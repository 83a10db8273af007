package ru.mcu.message.process;

import static ru.mcu.platform.task.ProcessVariable.flag;
import static ru.mcu.platform.task.ProcessVariable.text;

import ru.mcu.platform.task.ProcessVariable;

/** The variables of the message's processes, every name once. */
final class MessageVariables {

    static final ProcessVariable<String> ENTRY_STEP = text("entryStep");
    static final ProcessVariable<String> PRIORITY = text("priority");
    static final ProcessVariable<String> OPERATOR_GROUP = text("operatorGroup");
    static final ProcessVariable<String> TRIAGE_GROUP = text("triageGroup");
    static final ProcessVariable<String> EXECUTOR_GROUP = text("executorGroup");
    static final ProcessVariable<Boolean> TEXT_KNOWN = flag("textKnown");
    static final ProcessVariable<String> TRIAGE_DECISION = text("triageDecision");
    static final ProcessVariable<Boolean> PARENT_ANSWERED = flag("parentAnswered");
    static final ProcessVariable<String> PUBLICATION_ID = text("publicationId");
    static final ProcessVariable<String> PUBLICATION_ROUTE = text("publicationRoute");
    static final ProcessVariable<Boolean> CHANNEL_CONNECTED = flag("channelConnected");
    static final ProcessVariable<String> DELIVERY_OUTCOME = text("deliveryOutcome");
    static final ProcessVariable<String> DELETION_DECISION = text("deletionDecision");
    static final ProcessVariable<Boolean> PUBLISHED = flag("published");
    static final ProcessVariable<Boolean> SEND_AGAIN = flag("sendAgain");
    static final ProcessVariable<String> NEXT_AFTER_ANSWER = text("nextAfterAnswer");
    static final ProcessVariable<String> DRAFT_DECISION = text("draftDecision");
    static final ProcessVariable<String> ANSWER_RESULT = text("answerResult");
    static final ProcessVariable<String> REVIEW_DECISION = text("reviewDecision");
    static final ProcessVariable<String> CUR_DECISION = text("curDecision");
    static final ProcessVariable<String> DISPUTE_DECISION = text("disputeDecision");
    static final ProcessVariable<Boolean> REWORK = flag("rework");
    static final ProcessVariable<Boolean> REWORK_DISPUTED = flag("reworkDisputed");
    static final ProcessVariable<String> FACT_REQUEST_ID = text("factRequestId");
    static final ProcessVariable<String> CONTROL_RESULT = text("controlResult");
    static final ProcessVariable<String> CHANGE = text("change");
    static final ProcessVariable<Boolean> CONCEPT_NEEDED = flag("conceptNeeded");
    static final ProcessVariable<String> BRIEF = text("brief");

    private MessageVariables() {}
}
