package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.message.Structure;
import ru.mcu.message.Triage;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The operator puts in what the export of ПОС does not hold (Ставрополь III.11.1). */
@Component
class AddTextForm implements TaskForm<AddTextForm.Input> {

    private final Triage triage;
    private final Structure structure;

    AddTextForm(Triage triage, Structure structure) {
        this.structure = structure;
        this.triage = triage;
    }

    @Override
    public String taskKey() {
        return "userTask_addText";
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
        triage.addText(task.subject(), input.text(), input.authorName(), input.authorContact(), input.place());
        structure.propose(task.subject());
        return Map.of(MessageVariables.TEXT_KNOWN.name(), true);
    }

    record Input(
            @NotBlank(message = "Внесите текст сообщения") @Size(max = 100_000, message = "Слишком длинный текст")
            String text,

            @Nullable String authorName,
            @Nullable String authorContact,
            @Nullable String place) {}
}
