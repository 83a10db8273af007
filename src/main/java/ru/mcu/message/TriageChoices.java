package ru.mcu.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.directory.Directory;
import ru.mcu.platform.audit.AuditTrail;

/** What the forms of triage and drafting show beyond the card: proposals, remarks, facts. */
@Service
@Transactional(readOnly = true)
public class TriageChoices {

    private final Messages messages;
    private final Drafts drafts;
    private final ApprovalRows approvals;
    private final FactRequests facts;
    private final FollowUpRows followUps;
    private final PublicationRows publications;
    private final Deadlines deadlines;
    private final WorkingCalendar calendar;
    private final Directory directory;
    private final AuditTrail audit;
    private final ObjectMapper json;

    TriageChoices(
            Messages messages,
            Drafts drafts,
            ApprovalRows approvals,
            FactRequests facts,
            FollowUpRows followUps,
            PublicationRows publications,
            Deadlines deadlines,
            WorkingCalendar calendar,
            Directory directory,
            AuditTrail audit,
            ObjectMapper json) {
        this.messages = messages;
        this.drafts = drafts;
        this.approvals = approvals;
        this.facts = facts;
        this.followUps = followUps;
        this.publications = publications;
        this.deadlines = deadlines;
        this.calendar = calendar;
        this.directory = directory;
        this.audit = audit;
        this.json = json;
    }

    /** Proposals and present values for triage. */
    public Map<String, Object> forTriage(UUID messageId) {
        Message message = messages.findById(messageId).orElseThrow();
        Map<String, Object> view = new HashMap<>();
        view.put("suggestion", suggestion(message));
        view.put(
                "returns",
                audit.of(messageId).stream()
                        .filter(entry -> entry.action().startsWith("Возвращено: не в компетенции"))
                        .map(entry -> plain(
                                "reason", entry.reason(), "at", entry.at(), "by", directory.personName(entry.actor())))
                        .toList());
        view.put(
                "current",
                plain(
                        "topicGroup", message.topicGroup,
                        "topic", message.topic,
                        "place", message.place,
                        "district", message.district,
                        "priority", message.priority,
                        "kind", message.kind,
                        "executor", message.executorBody));
        view.put("clarifications", clarifications(messageId));
        return view;
    }

    /** What the executor needs to write the answer. */
    public Map<String, Object> forDraft(UUID messageId) {
        Map<String, Object> view = new HashMap<>();
        view.put(
                "last",
                drafts.findTopByMessageIdOrderByVersionNoDesc(messageId)
                        .map(TriageChoices::last)
                        .orElse(null));
        view.put("remarks", remarks(messageId));
        view.put(
                "facts",
                facts.findByMessageIdOrderByAskedAt(messageId).stream()
                        .map(row -> plain(
                                "body", directory.body(row.body).shortName(),
                                "question", row.question,
                                "answer", row.answer,
                                "refused", row.refused))
                        .toList());
        view.put("clarifications", clarifications(messageId));
        view.put("notCompetentUntil", deadlines.notCompetentUntil(messageId));
        view.put(
                "interimFinalDue",
                deadlines
                        .moment(messageId, "interimFinal", BigDecimal.ONE)
                        .atZone(calendar.zone())
                        .toLocalDate()
                        .toString());
        return view;
    }

    private List<Map<String, Object>> remarks(UUID messageId) {
        return approvals.findByMessageIdOrderByDecidedAtAscIdAsc(messageId).stream()
                .filter(row -> row.decision == ApprovalDecision.RETURNED)
                .map(row -> plain(
                        "stage",
                        row.stage.title(),
                        "text",
                        row.remarks,
                        "by",
                        directory.personName(row.decidedBy),
                        "at",
                        row.decidedAt))
                .toList();
    }

    private List<Map<String, Object>> clarifications(UUID messageId) {
        List<FollowUp> replies = followUps.findByMessageIdOrderByAt(messageId).stream()
                .filter(row -> row.kind == FollowUpKind.REPLY)
                .toList();
        return publications.findByMessageIdOrderByCreatedAt(messageId).stream()
                .filter(row -> row.kind == PublicationKind.QUESTION)
                .map(row -> plain(
                        "question",
                        row.text,
                        "reply",
                        replies.stream()
                                .filter(reply -> reply.at.isAfter(row.createdAt))
                                .map(reply -> reply.text)
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    private static Map<String, Object> last(Draft draft) {
        return plain(
                "text", draft.text,
                "outcome", draft.outcome,
                "kind", draft.kind,
                "promisedOn", draft.promisedOn,
                "finalDueOn", draft.finalDueOn);
    }

    private Object suggestion(Message message) {
        try {
            return message.suggestion == null ? Map.of() : json.readTree(message.suggestion);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A map that may hold nulls, for JSON. */
    private static Map<String, Object> plain(@Nullable Object... pairs) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return map;
    }
}
