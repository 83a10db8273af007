package ru.mcu.message.process;

import org.springframework.stereotype.Component;
import ru.mcu.message.ApprovalStage;
import ru.mcu.message.Approvals;

/** The ЦУР decides on a draft (Ставрополь IV.11.8). */
@Component
class CurApprovalForm extends ApprovalForm {

    CurApprovalForm(Approvals approvals) {
        super(approvals, ApprovalStage.CUR, MessageVariables.CUR_DECISION.name());
    }

    @Override
    public String taskKey() {
        return "userTask_approveByCur";
    }
}
