package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.mcu.message.ApprovalStage;
import ru.mcu.message.Approvals;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The curator ends a dispute between the МЦУ and the ЦУР (Ставрополь III.5.2). */
@Component
class DisputeForm implements TaskForm<DisputeForm.Input> {

    private final Approvals approvals;

    DisputeForm(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public String taskKey() {
        return "userTask_resolveDispute";
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
        if (input.decision() == Decision.APPROVE) {
            approvals.approve(task.subject(), ApprovalStage.CURATOR, input.remarks());
        } else {
            approvals.sendBack(task.subject(), ApprovalStage.CURATOR, input.remarks());
        }
        return Map.of(
                MessageVariables.DISPUTE_DECISION.name(),
                input.decision().word(),
                MessageVariables.REWORK.name(),
                input.decision() == Decision.GIVE_BACK);
    }

    enum Decision implements FormDecision {
        APPROVE,
        GIVE_BACK
    }

    record Input(
            @NotNull(message = "Выберите решение") Decision decision,
            @NotBlank(message = "Напишите указание") String remarks) {}
}
