package ru.mcu.platform.task;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;

/** Reads a task with what its form shows; the engine's permissions decide who sees it. */
@Component
public class TaskViews {

    private final TaskService tasks;
    private final TaskForms forms;
    private final TaskSubmission submission;
    private final TaskInputs inputs;
    private final CurrentUser actor;

    TaskViews(TaskService tasks, TaskForms forms, TaskSubmission submission, TaskInputs inputs, CurrentUser actor) {
        this.tasks = tasks;
        this.forms = forms;
        this.submission = submission;
        this.inputs = inputs;
        this.actor = actor;
    }

    /** @throws ru.mcu.platform.Refused 409 when the task is gone or not for this user */
    @Transactional(readOnly = true)
    public TaskView view(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw inputs.gone(taskId);
        }
        TaskContext context = submission.context(task);
        Map<String, Object> view = forms.of(task.getTaskDefinitionKey()).view(context);
        return new TaskView(
                task.getId(),
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getDescription(),
                context.subject(),
                task.getAssignee(),
                actor.id().equals(task.getAssignee()),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                view);
    }

    /** The subject of a task that still exists and that this user may see. */
    @Transactional(readOnly = true)
    public java.util.Optional<java.util.UUID> subject(String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        return java.util.Optional.ofNullable(task)
                .map(found -> submission.context(found).subject());
    }
}
