package ru.mcu.message.process;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.message.ApprovalStage;
import ru.mcu.message.Approvals;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** Somebody other than the author checks the answer (Ставрополь IV.11.4). */
@Component
class ReviewForm implements TaskForm<ReviewForm.Input> {

    private final Approvals approvals;

    ReviewForm(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String taskKey() {
        return "userTask_reviewAnswer";
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
        if (input.decision() == Decision.approve) {
            approvals.approve(task.subject(), ApprovalStage.MCU, input.remarks());
        } else {
            approvals.sendBack(task.subject(), ApprovalStage.MCU, input.remarks() == null ? "" : input.remarks());
        }
        return Map.of(
                MessageVariables.REVIEW_DECISION.name(),
                input.decision().name(),
                MessageVariables.REWORK.name(),
                input.decision() == Decision.giveBack);
    }

    enum Decision {
        approve,
        giveBack
    }

    record Input(
            @NotNull(message = "Выберите решение") Decision decision,
            @Nullable String remarks) {}
}
