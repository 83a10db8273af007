package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.CurLinks;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.BpmnBean;

/** Lets the ЦУР know of a draft, by a one-time link where an address is configured. */
@BpmnBean("sendDraftToCur")
class SendDraftToCurDelegate implements JavaDelegate {

    private final CurLinks links;
    private final StatusFollower status;

    SendDraftToCurDelegate(CurLinks links, StatusFollower status) {
        this.links = links;
        this.status = status;
    }

    @Override
    public void execute(DelegateExecution execution) {
        status.follow(execution, MessageStatus.CUR_APPROVAL);
        links.send(MessageIds.of(execution), execution.getProcessInstanceId());
    }
}
