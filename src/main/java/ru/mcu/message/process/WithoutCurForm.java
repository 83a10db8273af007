package ru.mcu.message.process;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.mcu.message.ApprovalStage;
import ru.mcu.message.Approvals;
import ru.mcu.message.CurLinks;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;

/** The head decides while the ЦУР is silent; the reason is kept (Ставрополь III.6.1). */
@Component
class WithoutCurForm implements TaskForm<WithoutCurForm.Input> {

    private final Approvals approvals;
    private final CurLinks links;

    WithoutCurForm(Approvals approvals, CurLinks links) {
        this.approvals = approvals;
        this.links = links;
    }

    @Override
    public String taskKey() {
        return "userTask_decideWithoutCur";
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
        switch (input.decision()) {
            case APPROVE -> approvals.approve(task.subject(), ApprovalStage.HEAD, input.reason());
            case GIVE_BACK -> approvals.sendBack(task.subject(), ApprovalStage.HEAD, input.reason());
            case AWAIT -> {
                approvals.waitForCur(task.subject(), input.reason());
                links.send(task.subject(), task.processInstanceId()); // the first link ended with the silence
            }
        }
        return Map.of(
                MessageVariables.CUR_DECISION.name(),
                input.decision().word(),
                MessageVariables.REWORK.name(),
                input.decision() == Decision.GIVE_BACK);
    }

    enum Decision implements FormDecision {
        APPROVE,
        GIVE_BACK,
        AWAIT
    }

    record Input(
            @NotNull(message = "Выберите решение") Decision decision,
            @NotBlank(message = "Укажите причину") String reason) {}
}
