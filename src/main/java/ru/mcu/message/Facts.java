package ru.mcu.message;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.directory.Body;
import ru.mcu.directory.Directory;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** Facts that other bodies give for an answer (Рубцовск 5.1, 5.4). */
@Service
@Transactional
public class Facts {

    private final FactRequests requests;
    private final Directory directory;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;

    Facts(FactRequests requests, Directory directory, AuditTrail audit, CurrentUser actor, Clock clock) {
        this.requests = requests;
        this.directory = directory;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    void ask(UUID messageId, String bodyName, String question) {
        Body body = directory
                .findBody(bodyName)
                .orElseThrow(() -> Refused.invalid(
                        "Орган не найден",
                        "Выберите орган из списка.",
                        new FieldError("factQuestions", "Выберите орган из списка")));
        FactRequest request = new FactRequest();
        request.messageId = messageId;
        request.body = body.code();
        request.question = question;
        request.askedBy = actor.id();
        request.askedAt = clock.instant();
        requests.save(request);
        audit.record(
                messageId, "Запрошены сведения: " + body.shortName(), actor.id(), null, Map.of("body", body.code()));
    }

    /** Ids of the requests that wait for an answer, as the multi-instance activity reads them. */
    @Transactional(readOnly = true)
    public List<String> open(UUID messageId) {
        return requests.findByMessageIdAndAnsweredAtIsNullOrderByAskedAt(messageId).stream()
                .map(request -> request.id.toString())
                .toList();
    }

    /** The group whose task it is. */
    @Transactional(readOnly = true)
    public String groupOf(UUID requestId) {
        return directory.groupOf(directory.body(request(requestId).body));
    }

    /** What is asked, and by whom. */
    @Transactional(readOnly = true)
    public Question question(UUID requestId) {
        FactRequest request = request(requestId);
        return new Question(
                request.question,
                directory.personName(request.askedBy),
                directory.body(request.body).shortName());
    }

    /** The body's answer; «сведений нет» is an answer too, with a reason. */
    public void answer(UUID requestId, String text, boolean refused) {
        FactRequest request = request(requestId);
        request.answer(text, refused, actor.id(), clock.instant());
        audit.record(
                request.messageId,
                refused ? "Сведений нет" : "Сведения предоставлены",
                actor.id(),
                null,
                Map.of("body", request.body));
    }

    private FactRequest request(UUID id) {
        return requests.findById(id).orElseThrow();
    }

    /** A request as the answering body sees it. */
    public record Question(String text, String askedBy, String body) {}
}
