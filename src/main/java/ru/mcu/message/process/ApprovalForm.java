package ru.mcu.message.process;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mcu.message.ApprovalStage;
import ru.mcu.message.Approvals;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** Somebody decides on a draft: it passes his stage, or goes back with remarks. */
abstract class ApprovalForm implements TaskForm<ApprovalForm.Input> {

    private final Approvals approvals;
    private final ApprovalStage stage;
    private final String decisionVariable;

    ApprovalForm(Approvals approvals, ApprovalStage stage, String decisionVariable) {
        this.approvals = approvals;
        this.stage = stage;
        this.decisionVariable = decisionVariable;
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
            approvals.approve(task.subject(), stage, input.remarks());
        } else {
            approvals.sendBack(task.subject(), stage, input.remarks() == null ? "" : input.remarks());
        }
        return Map.of(
                decisionVariable,
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
            @Nullable String remarks) {}
}
