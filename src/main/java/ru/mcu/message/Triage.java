package ru.mcu.message;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.directory.Body;
import ru.mcu.directory.Directory;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** What a person decides about a fresh message (Ставрополь III.10.1, III.11.1; Рубцовск 4.2.14). */
@Service
@Transactional
public class Triage {

    private final Messages messages;
    private final Intake intake;
    private final Deadlines deadlines;
    private final Publications publications;
    private final Directory directory;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Triage(
            Messages messages,
            Intake intake,
            Deadlines deadlines,
            Publications publications,
            Directory directory,
            AuditTrail audit,
            CurrentUser actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.intake = intake;
        this.deadlines = deadlines;
        this.publications = publications;
        this.directory = directory;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /** Puts in the text and place that an export of ПОС does not hold. */
    public void addText(
            UUID messageId,
            String text,
            @Nullable String authorName,
            @Nullable String authorContact,
            @Nullable String place) {
        Message message = message(messageId);
        message.requireOpen();
        intake.setText(message, text);
        message.authorName = authorName == null ? message.authorName : authorName;
        message.authorContact = authorContact == null ? message.authorContact : authorContact;
        message.place = place == null ? message.place : place;
        audit.record(messageId, "Внесён текст", actor.id(), null, Map.of("length", text.length()));
    }

    /** Accepts the message for work and names the body that answers. */
    public Accepted accept(UUID messageId, Acceptance acceptance) {
        Message message = message(messageId);
        Body body = directory
                .findBody(acceptance.executor())
                .orElseThrow(() -> Refused.invalid(
                        "Исполнитель не найден",
                        "Выберите исполнителя из списка.",
                        new FieldError("executor", "Выберите исполнителя из списка")));
        String district = Optional.ofNullable(acceptance.district())
                .flatMap(directory::district)
                .map(d -> d.code())
                .orElse(null);
        Priority before = message.priority;
        message.classify(
                acceptance.topicGroup(),
                acceptance.topic(),
                acceptance.place(),
                placeKey(acceptance.place()),
                district);
        message.assign(body.code(), acceptance.kind(), acceptance.priority());
        if (before != message.priority) {
            deadlines.recompute(messageId, "Приоритет: " + message.priority.title());
        }
        Map<String, Object> details = new HashMap<>();
        details.put("executor", body.code());
        details.put("topic", acceptance.topic());
        details.put("priority", message.priority.code());
        audit.record(messageId, "Принято в работу: " + body.shortName(), actor.id(), null, details);
        events.publishEvent(new MilestoneReached(messageId, Milestone.ASSIGNED, clock.instant()));
        return new Accepted(directory.groupOf(body), message.priority);
    }

    /** Not for work: spam, thanks, abuse, not a message at all; the reason is kept. */
    public void reject(UUID messageId, String reason) {
        message(messageId).willCloseAs(CloseReason.REJECTED);
        audit.record(messageId, "Отклонено", actor.id(), reason, Map.of());
    }

    /** The same matter as another message, whose answer this author gets too; true when that answer is already there. */
    // The main message is held meanwhile: an answer given in the same moment waits, and then finds this duplicate.
    public boolean linkDuplicate(UUID messageId, String parentNumber) {
        Message parent = messages.lockByNumber(parentNumber.strip())
                .orElseThrow(() -> Refused.invalid(
                        "Основное сообщение не найдено",
                        "Проверьте номер основного сообщения.",
                        new FieldError("parentNumber", "Сообщения с таким номером нет")));
        boolean answered = publications.answerOf(parent.id).isPresent();
        if (!answered && parent.isClosed()) {
            throw Refused.invalid(
                    "Нельзя связать",
                    "Основное сообщение закрыто без ответа: примите это сообщение в работу.",
                    new FieldError("parentNumber", "Основное сообщение закрыто без ответа"));
        }
        Message message = message(messageId);
        message.linkTo(parent);
        audit.record(messageId, "Связано как дубликат " + parent.number, actor.id(), null, Map.of("parent", parent.id));
        if (!answered) {
            message.enter(MessageStatus.AWAITING_PARENT);
        }
        return answered;
    }

    /** The main message ended without an answer, so this one needs its own. */
    public void unlinkDuplicate(UUID messageId) {
        message(messageId).unlink();
        audit.record(messageId, "Основное сообщение закрыто без ответа", "system", "Нужен свой ответ", Map.of());
    }

    /** A formal appeal: the citizen is told the way of 59-ФЗ; returns the publication of that notice. */
    public UUID handOver(UUID messageId, String notice, String reason) {
        Message message = message(messageId);
        message.willCloseAs(CloseReason.HANDED_OVER);
        audit.record(messageId, "Передано по 59-ФЗ", actor.id(), reason, Map.of());
        return publications.prepare(message, PublicationKind.FORMAL_ROUTE, notice, null);
    }

    /** A question to the author; returns its publication. */
    public UUID askAuthor(UUID messageId, String question) {
        Message message = message(messageId);
        message.requireOpen();
        audit.record(messageId, "Вопрос автору", actor.id(), null, Map.of());
        return publications.prepare(message, PublicationKind.QUESTION, question, null);
    }

    /** «Не в компетенции»: counted; from the third return on the head decides. */
    public boolean countReturn(UUID messageId) {
        int returns = message(messageId).countReturn();
        audit.record(
                messageId, "Возврат «не в компетенции»: " + returns + "-й", "system", null, Map.of("returns", returns));
        return returns >= 3;
    }

    /** The risk coordinator's concept for a resonant message (Ставрополь III.8.1). */
    public void setConcept(UUID messageId, String concept) {
        Message message = message(messageId);
        message.requireOpen();
        message.concept = concept;
        audit.record(messageId, "Концепция ответа готова", actor.id(), concept, Map.of());
    }

    static @Nullable String placeKey(@Nullable String place) {
        if (place == null || place.isBlank()) {
            return null;
        }
        return place.toLowerCase(java.util.Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("\\b(улица|ул|проспект|пр|переулок|пер|дом|д)\\b\\.?", "")
                .replaceAll("[^а-яa-z0-9]+", " ")
                .strip();
    }

    private Message message(UUID id) {
        return messages.findById(id).orElseThrow();
    }

    /** What acceptance needs to know. */
    public record Acceptance(
            String topicGroup,
            String topic,
            @Nullable String place,
            @Nullable String district,
            Priority priority,
            MessageKind kind,
            String executor) {}

    /** Where the work goes. */
    public record Accepted(String executorGroup, Priority priority) {}
}
