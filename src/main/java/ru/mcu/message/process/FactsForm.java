package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.mcu.message.Facts;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** Another body gives the facts it was asked for (Рубцовск 5.1). */
@Component
class FactsForm implements TaskForm<FactsForm.Input> {

    private final Facts facts;

    FactsForm(Facts facts) {
        this.facts = facts;
    }

    @Override
    public String taskKey() {
        return "userTask_provideFacts";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Facts.Question question = facts.question(requestOf(task));
        return Map.of("question", question.text(), "askedBy", question.askedBy(), "body", question.body());
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        facts.answer(requestOf(task), input.answer(), input.refused());
        return Map.of();
    }

    private static UUID requestOf(TaskContext task) {
        return UUID.fromString(
                java.util.Objects.requireNonNull(task.variable(MessageVariables.FACT_REQUEST_ID.name())));
    }

    record Input(
            @NotBlank(message = "Напишите сведения или почему их нет")
            String answer,

            boolean refused) {}
}
