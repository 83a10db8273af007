package ru.mcu.directory.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Absences;
import ru.mcu.platform.CurrentUser;

/** Gives new work meant for an absent person to the deputy, in every process; what somebody takes himself stays his. */
@Component
class AssignToDeputy {

    private final Absences absences;
    private final CurrentUser user;

    AssignToDeputy(Absences absences, CurrentUser user) {
        this.absences = absences;
        this.user = user;
    }

    @EventListener(condition = "#task.eventName == 'assignment'")
    public void onAssignment(DelegateTask task) {
        String meant = task.getAssignee();
        if (meant == null || meant.equals(user.id())) {
            return;
        }
        String deputy = absences.effectiveAssignee(meant);
        if (!deputy.equals(meant)) {
            task.setOwner(meant);
            task.setAssignee(deputy);
            task.setVariableLocal(DeputyVariables.BY_DEPUTY, true);
        }
    }
}
