package ru.mcu.message.process;

import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.message.Oversight;
import ru.mcu.message.Publications;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** Was the promise in the answer kept? (Рубцовск 2.1.3) */
@Component
class PromiseForm implements TaskForm<PromiseForm.Input> {

    private final Oversight oversight;
    private final Publications publications;

    PromiseForm(Oversight oversight, Publications publications) {
        this.oversight = oversight;
        this.publications = publications;
    }

    @Override
    public String taskKey() {
        return "userTask_checkPromise";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = new HashMap<>();
        view.put(
                "promisedOn",
                publications.promisedOn(task.subject()).map(Object::toString).orElse(null));
        view.put("answer", publications.answerText(task.subject()).orElse(""));
        return view;
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        oversight.recordPromise(task.subject(), input.kept(), input.note());
        return Map.of(MessageVariables.CONTROL_RESULT.name(), input.kept() ? "sufficient" : "promiseBroken");
    }

    record Input(
            @NotNull(message = "Выберите: сделано или нет") Boolean kept,
            @Nullable String note) {}
}
