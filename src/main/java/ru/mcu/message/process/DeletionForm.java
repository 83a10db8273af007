package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.mcu.message.Publications;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** What to do with an answer whose question its author took back. */
@Component
class DeletionForm implements TaskForm<DeletionForm.Input> {

    private final Publications publications;

    DeletionForm(Publications publications) {
        this.publications = publications;
    }

    @Override
    public String taskKey() {
        return "userTask_decideAfterDeletion";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Publications.ByHand text = publications.byHand(publicationOf(task));
        return Map.of("text", text.text(), "kind", text.kind().title());
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        UUID publication = publicationOf(task);
        boolean withheld = input.decision() == Decision.WITHHOLD;
        if (withheld) {
            publications.withhold(publication, input.reason());
        }
        return Map.of(
                MessageVariables.DELETION_DECISION.name(), input.decision().word(),
                MessageVariables.PUBLISHED.name(), !withheld,
                MessageVariables.CHANNEL_CONNECTED.name(), publications.isLive(publication));
    }

    static UUID publicationOf(TaskContext task) {
        return UUID.fromString(java.util.Objects.requireNonNull(task.variable(MessageVariables.PUBLICATION_ID.name())));
    }

    enum Decision implements FormDecision {
        PUBLISH,
        WITHHOLD
    }

    record Input(
            @NotNull(message = "Выберите решение") Decision decision,
            @NotBlank(message = "Укажите причину") String reason) {}
}
