package ru.mcu.message;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.answer.AnswerChecker;
import ru.mcu.answer.Finding;
import ru.mcu.answer.Severity;
import ru.mcu.directory.Body;
import ru.mcu.directory.Directory;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** The executor's work on an answer (Ставрополь III.9, Рубцовск 5.4). */
@Service
@Transactional
public class Drafting {

    private final Messages messages;
    private final Drafts drafts;
    private final Facts facts;
    private final AnswerChecker checker;
    private final Directory directory;
    private final Deadlines deadlines;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;

    Drafting(
            Messages messages,
            Drafts drafts,
            Facts facts,
            AnswerChecker checker,
            Directory directory,
            Deadlines deadlines,
            AuditTrail audit,
            CurrentUser actor,
            Clock clock) {
        this.messages = messages;
        this.drafts = drafts;
        this.facts = facts;
        this.checker = checker;
        this.directory = directory;
        this.deadlines = deadlines;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Hands in a version of the answer; what the standard blocks is refused with the place and the way out. */
    public void handIn(UUID messageId, NewDraft input) {
        Message message = message(messageId);
        message.requireOpen();
        if (input.kind() == DraftKind.INTERIM && input.finalDueOn() == null) {
            throw invalid("finalDueOn", "Укажите дату окончательного ответа");
        }
        if (input.outcome() == AnswerOutcome.PLANNED && input.promisedOn() == null && input.kind() == DraftKind.FINAL) {
            throw invalid("promisedOn", "Укажите дату, к которой обещано сделать");
        }
        requireAllowed(message, input);
        Draft draft = save(message, input, actor.id());
        audit.record(
                messageId,
                input.kind() == DraftKind.INTERIM ? "Промежуточный ответ готов" : "Ответ готов",
                actor.id(),
                null,
                Map.of("version", draft.versionNo));
    }

    private void requireAllowed(Message message, NewDraft input) {
        List<FieldError> blocked = check(message, input).stream()
                .filter(finding -> finding.severity() == Severity.BLOCK)
                .map(finding -> new FieldError("text", finding.message()))
                .toList();
        if (!blocked.isEmpty()) {
            throw new Refused(
                    org.springframework.http.HttpStatus.UNPROCESSABLE_ENTITY,
                    "Ответ не соответствует стандарту",
                    blocked.get(0).message(),
                    blocked);
        }
    }

    private List<Finding> check(Message message, NewDraft input) {
        return checker.check(DraftTexts.of(message, input));
    }

    /** The draft another system already held. */
    void takeImported(Message message, String text) {
        save(message, new NewDraft(DraftKind.FINAL, AnswerOutcome.EXPLAINED, text, null, null, false), actor.id());
    }

    private Draft save(Message message, NewDraft input, String author) {
        Draft draft = new Draft();
        draft.messageId = message.id;
        draft.versionNo = latest(message.id).map(last -> last.versionNo).orElse(0) + 1;
        draft.kind = input.kind();
        draft.outcome = input.outcome();
        draft.text = input.text();
        draft.sha256 = Hashes.sha256(input.text());
        // a form may hold a day that was named before another decision was chosen
        draft.finalDueOn = input.kind() == DraftKind.INTERIM ? input.finalDueOn() : null;
        draft.promisedOn =
                input.kind() == DraftKind.FINAL && input.outcome() == AnswerOutcome.PLANNED ? input.promisedOn() : null;
        draft.author = author;
        draft.body = message.executorBody;
        draft.linksConfirmed = input.linksConfirmed();
        draft.createdAt = clock.instant();
        return drafts.save(draft);
    }

    /**
     * «Не в компетенции»: the competent body must be named (Елизово, Саратов). After its norm the return is still taken,
     * since keeping a matter with the wrong body helps nobody, but kept as late.
     */
    public void returnAsNotCompetent(UUID messageId, String competentBody, String reason) {
        Message message = message(messageId);
        Body body = directory.findBody(competentBody).orElse(null);
        String named = body == null ? competentBody : body.shortName();
        if (body != null && body.code().equals(message.executorBody)) {
            throw invalid("competentBody", "Назовите другой орган: этот вопрос сейчас у него");
        }
        boolean late = clock.instant().isAfter(deadlines.notCompetentUntil(messageId));
        Map<String, Object> details = new HashMap<>();
        details.put("late", late);
        if (body != null) {
            details.put("competentBody", body.code());
        }
        audit.record(
                messageId,
                "Возвращено: не в компетенции" + (late ? ", позже срока" : ""),
                actor.id(),
                reason + " Компетентный орган: " + named + ".",
                details);
    }

    /** Asks other bodies for facts; each gets its own task. */
    public void askFacts(UUID messageId, Map<String, String> questionByBody) {
        Message message = message(messageId);
        message.requireOpen();
        questionByBody.forEach((body, question) -> facts.ask(message.id, body, question));
    }

    Optional<Draft> latest(UUID messageId) {
        return drafts.findTopByMessageIdOrderByVersionNoDesc(messageId);
    }

    /** Who wrote the newest version, if he still belongs to the body that answers: he gets it back for rework. */
    @Transactional(readOnly = true)
    public Optional<String> authorForRework(UUID messageId) {
        String body = message(messageId).executorBody;
        return latest(messageId)
                .filter(draft -> body != null && body.equals(draft.body))
                .map(draft -> draft.author)
                .filter(author -> directory
                        .usersOf(directory.groupOf(directory.body(String.valueOf(body))))
                        .contains(author));
    }

    private static Refused invalid(String field, String message) {
        return Refused.invalid("Проверьте ответ", message, new FieldError(field, message));
    }

    private Message message(UUID id) {
        return messages.findById(id).orElseThrow();
    }

    /** What the executor hands in. */
    public record NewDraft(
            DraftKind kind,
            AnswerOutcome outcome,
            String text,
            @Nullable LocalDate finalDueOn,
            @Nullable LocalDate promisedOn,
            boolean linksConfirmed) {}
}
