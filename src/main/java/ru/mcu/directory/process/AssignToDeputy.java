package ru.mcu.directory.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mcu.directory.Absences;

/** Gives new work meant for an absent person to the deputy, in every process; what somebody takes himself stays his. */
@Component
class AssignToDeputy {

    private final Absences absences;
    private final IdentityService identity;

    AssignToDeputy(Absences absences, IdentityService identity) {
        this.absences = absences;
        this.identity = identity;
    }

    @EventListener(condition = "#task.eventName == 'assignment'")
    public void onAssignment(DelegateTask task) {
        String meant = task.getAssignee();
        if (meant == null || meant.equals(actor())) {
            return;
        }
        String deputy = absences.effectiveAssignee(meant);
        if (!deputy.equals(meant)) {
            task.setOwner(meant);
            task.setAssignee(deputy);
            task.setVariableLocal(DeputyVariables.BY_DEPUTY, true);
        }
    }

    private @Nullable String actor() {
        Authentication authentication = identity.getCurrentAuthentication();
        return authentication == null ? null : authentication.getUserId();
    }
}
