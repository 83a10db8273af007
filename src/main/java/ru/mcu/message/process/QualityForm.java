package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.mcu.message.AuthorOpinions;
import ru.mcu.message.Oversight;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The analyst decides on an answer that left its author dissatisfied (Рубцовск 2.2.1). */
@Component
class QualityForm implements TaskForm<QualityForm.Input> {

    private final Oversight oversight;
    private final AuthorOpinions opinions;

    QualityForm(Oversight oversight, AuthorOpinions opinions) {
        this.oversight = oversight;
        this.opinions = opinions;
    }

    @Override
    public String taskKey() {
        return "userTask_checkQuality";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = new HashMap<>();
        opinions.of(task.subject()).ifPresent(opinion -> {
            view.put("mark", opinion.mark());
            view.put("solved", opinion.solved());
            view.put("comment", opinion.comment());
        });
        return view;
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        boolean reopen = input.decision() == Decision.REOPEN;
        oversight.decideQuality(task.subject(), reopen, input.reason());
        return Map.of(MessageVariables.CONTROL_RESULT.name(), reopen ? "reopen" : "sufficient");
    }

    enum Decision implements FormDecision {
        REOPEN,
        CLOSE
    }

    record Input(
            @NotNull(message = "Выберите решение") Decision decision,
            @NotBlank(message = "Укажите причину") String reason) {}
}
