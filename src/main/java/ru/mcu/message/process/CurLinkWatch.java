package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mcu.message.CurLinks;

/** A link to a draft lives as long as the task of the ЦУР: one decision, whichever way it is taken. */
@Component
class CurLinkWatch {

    private final CurLinks links;

    CurLinkWatch(CurLinks links) {
        this.links = links;
    }

    @EventListener(
            condition = "#task.taskDefinitionKey == 'userTask_approveByCur'"
                    + " and (#task.eventName == 'complete' or #task.eventName == 'delete')")
    void ended(DelegateTask task) {
        links.revoke(task.getProcessInstanceId());
    }
}
