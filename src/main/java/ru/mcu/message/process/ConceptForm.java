package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.mcu.message.Triage;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The risk coordinator says how to answer a resonant message (Ставрополь III.8.1). */
@Component
class ConceptForm implements TaskForm<ConceptForm.Input> {

    private final Triage triage;

    ConceptForm(Triage triage) {
        this.triage = triage;
    }

    @Override
    public String taskKey() {
        return "userTask_prepareConcept";
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
