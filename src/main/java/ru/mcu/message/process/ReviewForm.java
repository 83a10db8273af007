package ru.mcu.message.process;

import org.springframework.stereotype.Component;
import ru.mcu.message.ApprovalStage;
import ru.mcu.message.Approvals;

/** Somebody other than the author checks the answer (Ставрополь IV.11.4). */
@Component
class ReviewForm extends ApprovalForm {

    ReviewForm(Approvals approvals) {
        super(approvals, ApprovalStage.MCU, MessageVariables.REVIEW_DECISION.name());
    }

    @Override
    public String taskKey() {
        return "userTask_reviewAnswer";
    }
}
