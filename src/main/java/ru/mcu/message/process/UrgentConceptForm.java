package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.mcu.message.Triage;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The same for a message that became resonant while it was in work. */
@Component
class UrgentConceptForm implements TaskForm<UrgentConceptForm.Input> {

    private final Triage triage;

    UrgentConceptForm(Triage triage) {
        this.triage = triage;
    }

    @Override
    public String taskKey() {
        return "userTask_prepareConceptNow";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return Map.of();
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        triage.setConcept(task.subject(), input.concept());
        return Map.of();
    }

    record Input(
            @NotBlank(message = "Запишите концепцию ответа") String concept) {}
}
