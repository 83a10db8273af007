package ru.mcu.platform.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.engine.EngineAccess;

/**
 * Takes what a person typed into a task's form: checks it, lets the domain decide, completes the task, all or nothing.
 * The only way to complete a user task: whatever else calls the engine is refused, so that no decision slips past the
 * domain.
 */
@Component
public class TaskSubmission {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final TaskForms forms;
    private final TaskInputs inputs;
    private final CurrentUser actor;
    private final ObjectMapper json;
    private final Validator validator;
    private final EngineAccess engine;
    private final ThreadLocal<@Nullable String> accepted = new ThreadLocal<>();

    TaskSubmission(
            TaskService tasks,
            RuntimeService runtime,
            TaskForms forms,
            TaskInputs inputs,
            CurrentUser actor,
            ObjectMapper json,
            Validator validator,
            EngineAccess engine) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.forms = forms;
        this.inputs = inputs;
        this.actor = actor;
        this.json = json;
        this.validator = validator;
        this.engine = engine;
    }

    /**
     * @throws Refused 404 when the task is gone (the text stays saved), 409 when somebody else holds it, 422 with the
     *     fields that are wrong
     */
    @Transactional
    public void submit(String taskId, JsonNode input) {
        engine.together(() -> take(taskId, input));
    }

    private void take(String taskId, JsonNode input) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task == null) {
            throw inputs.gone(taskId);
        }
        if (task.getAssignee() == null) {
            tasks.claim(taskId, actor.id());
        } else if (!task.getAssignee().equals(actor.id())) {
            throw inputs.taken(task.getAssignee());
        }
        decide(task, forms.of(task.getTaskDefinitionKey()), input);
        inputs.forget(taskId, actor.id());
    }

    private <I> void decide(Task task, TaskForm<I> form, JsonNode input) {
        I typed = read(input, form.inputType());
        requireValid(typed);
        complete(task.getId(), form.submit(context(task), typed));
    }

    /** Completes a task whose decision the domain has already taken by another way, such as a one-time link. */
    @Transactional
    public void completeDecided(String taskId, Map<String, Object> variables) {
        complete(taskId, variables);
    }

    private void complete(String taskId, Map<String, Object> variables) {
        String outer = accepted.get();
        accepted.set(taskId);
        try {
            tasks.complete(taskId, variables);
        } finally {
            accepted.set(outer);
        }
    }

    @EventListener(condition = "#task.eventName == 'complete'")
    void guard(DelegateTask task) {
        if (!task.getId().equals(accepted.get())) {
            throw Refused.conflict(
                    "Завершите задачу через форму",
                    "Эта задача завершается только через свою форму в списке задач: так сохраняется всё, что вы ввели.");
        }
    }

    /** The task as its form sees it; the engine has already decided that the user may see the task. */
    public TaskContext context(Task task) {
        String user = actor.id();
        return engine.asSystem(() -> new TaskContext(
                task.getId(),
                task.getTaskDefinitionKey(),
                UUID.fromString(runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()),
                task.getProcessInstanceId(),
                user,
                new HashMap<>(tasks.getVariables(task.getId()))));
    }

    private <I> I read(JsonNode input, Class<I> type) {
        try {
            return json.treeToValue(input, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new Refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Форма заполнена неверно",
                    "Проверьте, что выбраны все нужные значения.",
                    List.of());
        }
    }

    private <I> void requireValid(I input) {
        List<FieldError> errors = validator.validate(input).stream()
                .map(TaskSubmission::error)
                .sorted(java.util.Comparator.comparing(FieldError::field))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refused(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "Проверьте форму",
                    errors.get(0).message(),
                    errors);
        }
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(violation.getPropertyPath().toString(), violation.getMessage());
    }
}
