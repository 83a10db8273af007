package ru.mcu.directory.process;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.mcu.directory.WorkHandover;

/** Moves group memberships and assigned tasks between an absent person and the deputy. */
@Component
class EngineHandover implements WorkHandover {

    private final IdentityService identity;
    private final TaskService tasks;

    EngineHandover(IdentityService identity, TaskService tasks) {
        this.identity = identity;
        this.tasks = tasks;
    }

    @Override
    public boolean canChangeGroups() {
        return !identity.isReadOnly();
    }

    @Override
    public void join(String userId, Collection<String> groupIds) {
        groupIds.forEach(group -> identity.createMembership(userId, group));
    }

    @Override
    public void leave(String userId, Collection<String> groupIds) {
        groupIds.forEach(group -> identity.deleteMembership(userId, group));
    }

    @Override
    public int handOver(String absentId, String deputyId) {
        List<Task> open =
                tasks.createTaskQuery().taskAssignee(absentId).active().list();
        for (Task task : open) {
            task.setOwner(absentId);
            task.setAssignee(deputyId);
            tasks.saveTask(task);
            tasks.setVariableLocal(task.getId(), DeputyVariables.BY_DEPUTY, true);
        }
        return open.size();
    }

    @Override
    public int takeBack(String absentId, String deputyId) {
        List<Task> left = tasks.createTaskQuery()
                .taskOwner(absentId)
                .taskAssignee(deputyId)
                .taskVariableValueEquals(DeputyVariables.BY_DEPUTY, true)
                .active()
                .list();
        for (Task task : left) {
            task.setOwner(null);
            task.setAssignee(absentId);
            tasks.saveTask(task);
            tasks.removeVariableLocal(task.getId(), DeputyVariables.BY_DEPUTY);
        }
        return left.size();
    }
}
