package ru.mcu.message;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** Decisions on drafts inside the МЦУ and by the ЦУР; every round is kept (Ставрополь IV.11.4, IV.11.8). */
@Service
@Transactional
public class Approvals {

    private static final int DISPUTED_ROUND = 4;

    private final Messages messages;
    private final Drafting drafting;
    private final ApprovalRows rows;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;

    Approvals(
            Messages messages, Drafting drafting, ApprovalRows rows, AuditTrail audit, CurrentUser actor, Clock clock) {
        this.messages = messages;
        this.drafting = drafting;
        this.rows = rows;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Lets the newest version pass a stage; the reviewer inside the МЦУ is never its author. */
    public void approve(UUID messageId, ApprovalStage stage, @Nullable String note) {
        decide(messageId, stage, ApprovalDecision.APPROVED, note, actor.id());
    }

    /** Sends the newest version back; remarks say what to change. */
    public void sendBack(UUID messageId, ApprovalStage stage, String remarks) {
        if (remarks.isBlank()) {
            throw Refused.invalid(
                    "Напишите замечания",
                    "Исполнитель должен понять, что исправить.",
                    new FieldError("remarks", "Напишите, что исправить"));
        }
        decide(messageId, stage, ApprovalDecision.RETURNED, remarks, actor.id());
    }

    /** A decision of the ЦУР taken through its one-time link. */
    public void decideByLink(UUID messageId, ApprovalDecision decision, @Nullable String remarks) {
        decide(messageId, ApprovalStage.CUR, decision, remarks, "ЦУР по ссылке");
    }

    private void decide(
            UUID messageId, ApprovalStage stage, ApprovalDecision decision, @Nullable String remarks, String by) {
        Message message = messages.findById(messageId).orElseThrow();
        message.requireOpen();
        Draft draft = drafting.latest(messageId)
                .orElseThrow(() -> Refused.conflict("Нет проекта ответа", "Проект ответа ещё не подготовлен."));
        if (stage == ApprovalStage.MCU && draft.author.equals(by)) {
            throw Refused.forbidden(
                    "Проверяет другой", "Ответ проверяет не тот, кто его писал. Передайте задачу коллеге.");
        }
        Approval approval = new Approval();
        approval.messageId = messageId;
        approval.draftId = draft.id;
        approval.stage = stage;
        approval.round = (int) rows.countByMessageIdAndStage(messageId, stage) + 1;
        approval.decision = decision;
        approval.remarks = remarks;
        approval.decidedBy = by;
        approval.onBehalfOf = audit.onBehalfOf(by);
        approval.decidedAt = clock.instant();
        rows.save(approval);
        Map<String, Object> details = new HashMap<>();
        details.put("version", draft.versionNo);
        details.put("stage", stage.name());
        audit.record(
                messageId,
                stage.title() + (decision == ApprovalDecision.APPROVED ? ": согласовано" : ": возвращено"),
                by,
                remarks,
                details);
    }

    /** A return by the ЦУР; true from the fourth on, when the curator decides. */
    public boolean countRework(UUID messageId) {
        return messages.findById(messageId).orElseThrow().countRework() >= DISPUTED_ROUND;
    }

    /** The head waits for the ЦУР once more; the reason is kept. */
    public void waitForCur(UUID messageId, String reason) {
        audit.record(messageId, "Решено подождать ЦУР", actor.id(), reason, Map.of());
    }

    /** Whether the last decision on an answer to this message gave it back. */
    @Transactional(readOnly = true)
    public boolean lastReturned(UUID messageId) {
        return rows.findTopByMessageIdOrderByDecidedAtDescIdDesc(messageId)
                .filter(approval -> approval.decision == ApprovalDecision.RETURNED)
                .isPresent();
    }
}
