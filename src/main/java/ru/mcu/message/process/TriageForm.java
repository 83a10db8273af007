package ru.mcu.message.process;

import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.message.MessageKind;
import ru.mcu.message.Priority;
import ru.mcu.message.Triage;
import ru.mcu.message.TriageChoices;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The operator decides what to do with a fresh message (Ставрополь III.10.1, Рубцовск 4.2.14). */
@Component
class TriageForm implements TaskForm<TriageForm.Input> {

    private final Triage triage;
    private final TriageChoices choices;

    TriageForm(Triage triage, TriageChoices choices) {
        this.triage = triage;
        this.choices = choices;
    }

    @Override
    public String taskKey() {
        return "userTask_triageMessage";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return choices.forTriage(task.subject());
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        UUID message = task.subject();
        Map<String, Object> variables = new HashMap<>();
        variables.put(MessageVariables.TRIAGE_DECISION.name(), input.decision().word());
        switch (input.decision()) {
            case ACCEPT -> {
                Triage.Accepted accepted = triage.accept(message, acceptance(input));
                variables.put(MessageVariables.EXECUTOR_GROUP.name(), accepted.executorGroup());
                variables.put(
                        MessageVariables.PRIORITY.name(), accepted.priority().code());
            }
            case REJECT -> triage.reject(message, required(input.reason(), "reason", "Укажите, почему отклоняете"));
            case DUPLICATE ->
                variables.put(
                        MessageVariables.PARENT_ANSWERED.name(),
                        triage.linkDuplicate(
                                message,
                                required(input.parentNumber(), "parentNumber", "Укажите номер основного сообщения")));
            case FORMAL_ROUTE ->
                variables.put(
                        MessageVariables.PUBLICATION_ID.name(),
                        triage.handOver(
                                        message,
                                        required(input.notice(), "notice", "Напишите, куда и как обратиться"),
                                        required(input.reason(), "reason", "Укажите, почему это обращение по 59-ФЗ"))
                                .toString());
            case CLARIFY ->
                variables.put(
                        MessageVariables.PUBLICATION_ID.name(),
                        triage.askAuthor(message, required(input.question(), "question", "Напишите вопрос автору"))
                                .toString());
        }
        return variables;
    }

    private static Triage.Acceptance acceptance(Input input) {
        return new Triage.Acceptance(
                required(input.topicGroup(), "topicGroup", "Выберите тему"),
                required(input.topic(), "topic", "Выберите тему"),
                input.place(),
                input.district(),
                input.priority() == null ? Priority.NORMAL : input.priority(),
                input.kind() == null ? MessageKind.SOLVABLE : input.kind(),
                required(input.executor(), "executor", "Выберите исполнителя"));
    }

    private static String required(@Nullable String value, String field, String message) {
        if (value == null || value.isBlank()) {
            throw Refused.invalid("Проверьте форму", message, new FieldError(field, message));
        }
        return value.strip();
    }

    enum Decision implements FormDecision {
        ACCEPT,
        REJECT,
        DUPLICATE,
        FORMAL_ROUTE,
        CLARIFY
    }

    record Input(
            @NotNull(message = "Выберите, что делать с сообщением")
            Decision decision,

            @Nullable String topicGroup,
            @Nullable String topic,
            @Nullable String place,
            @Nullable String district,
            @Nullable Priority priority,
            @Nullable MessageKind kind,
            @Nullable String executor,
            @Nullable String reason,
            @Nullable String parentNumber,
            @Nullable String notice,
            @Nullable String question) {}
}
