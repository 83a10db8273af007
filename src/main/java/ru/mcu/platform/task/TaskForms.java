package ru.mcu.platform.task;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.mcu.platform.Refused;

/** Finds the form of a user task. */
@Component
public class TaskForms {

    private final ObjectProvider<TaskForm<?>> forms;

    TaskForms(ObjectProvider<TaskForm<?>> forms) {
        this.forms = forms;
    }

    /** @throws Refused when a model has a user task that nobody wrote a handler for */
    public TaskForm<?> of(String taskKey) {
        TaskForm<?> form = byKey().get(taskKey);
        if (form == null) {
            throw Refused.conflict("Форма не найдена", "Для этой задачи ещё нет формы: сообщите администратору.");
        }
        return form;
    }

    /** All forms by the id of their user task. */
    public Map<String, TaskForm<?>> byKey() {
        List<TaskForm<?>> all = forms.stream().toList();
        return all.stream().collect(Collectors.toMap(TaskForm::taskKey, Function.identity()));
    }
}
