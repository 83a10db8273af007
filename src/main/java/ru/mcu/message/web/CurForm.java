package ru.mcu.message.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import ru.mcu.message.ApprovalDecision;

/** What the page of the ЦУР sends, as text, so that everything typed can be shown again beside what is wrong with it. */
record CurForm(
        @NotNull(message = "Выберите решение")
        @Pattern(regexp = "approve|return", message = "Выберите решение")
        @Nullable
        String decision,

        @Size(max = REMARKS_LIMIT, message = "Замечания длиннее {max} знаков. Сократите их и отправьте ещё раз.")
        @Nullable
        String remarks) {

    static final int REMARKS_LIMIT = 5000;
    static final CurForm EMPTY = new CurForm(null, null);

    CurForm {
        remarks = remarks == null ? null : remarks.replace("\r\n", "\n");
    }

    /** A return without remarks would leave the executor guessing. */
    boolean lacksRemarks() {
        return "return".equals(decision) && (remarks == null || remarks.isBlank());
    }

    /** The decision for the domain; only for a form without errors. */
    ApprovalDecision toDecision() {
        return "approve".equals(decision) ? ApprovalDecision.APPROVED : ApprovalDecision.RETURNED;
    }
}
