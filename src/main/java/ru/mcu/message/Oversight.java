package ru.mcu.message;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** What the head may do with any message, and how messages end (Ставрополь III.6, Рубцовск 4.2.1). */
@Service
@Transactional
public class Oversight {

    private final Messages messages;
    private final Publications publications;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Oversight(
            Messages messages,
            Publications publications,
            AuditTrail audit,
            CurrentUser actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.publications = publications;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /** Stops all work on a message and every text that has not left yet; of one on its way the history tells. */
    public void cancel(UUID messageId, String reason) {
        message(messageId).willCloseAs(CloseReason.CANCELLED);
        audit.record(messageId, "Отменено", actor.id(), required(reason), Map.of());
        events.publishEvent(new MessageCancelled(messageId));
        publications.abandon(messageId, reason);
    }

    /** Changes how urgent a message is; its dates follow. */
    public void changePriority(UUID messageId, Priority priority, String reason) {
        Message message = message(messageId);
        if (message.priority == priority) {
            return;
        }
        message.reprioritise(priority);
        audit.record(
                messageId,
                "Приоритет: " + priority.title(),
                actor.id(),
                required(reason),
                Map.of("priority", priority.code()));
        events.publishEvent(new MessageChanged(messageId, MessageChanged.Change.PRIORITY));
    }

    /** Records that the head took somebody's work over. */
    public void recordTakeOver(UUID messageId, String from, String reason) {
        message(messageId).requireOpen();
        audit.record(messageId, "Взято в работу руководителем", actor.id(), required(reason), Map.of("from", from));
    }

    /** Follows the process: the message now stands at this step. */
    public void enter(UUID messageId, MessageStatus status) {
        message(messageId).enter(status);
    }

    /** A text goes out; what goes out after the answer, such as the invitation to rate it, leaves the message there. */
    public void publishing(UUID messageId) {
        Message message = message(messageId);
        if (message.status != MessageStatus.CONTROL) {
            message.enter(MessageStatus.PUBLISHING);
        }
    }

    /** A promise was checked on its date (Рубцовск 2.1.3). */
    public void recordPromise(UUID messageId, boolean kept, @Nullable String note) {
        Message message = message(messageId);
        audit.record(messageId, kept ? "Обещание выполнено" : "Обещание не выполнено", actor.id(), note, Map.of());
        if (kept) {
            message.outcome = AnswerOutcome.SOLVED;
        } else {
            message.promisedOn = null;
        }
    }

    /** The author's mark, for the card. */
    public void recordMark(UUID messageId, int mark) {
        message(messageId).surveyMark = mark;
        reached(messageId, Milestone.RATED);
    }

    /** The analyst's decision on an answer that left the author dissatisfied. */
    public void decideQuality(UUID messageId, boolean reopen, String reason) {
        audit.record(
                messageId,
                reopen ? "Возвращено в работу" : "Качество проверено",
                actor.id(),
                required(reason),
                Map.of());
        if (reopen) {
            message(messageId).reopen();
        }
    }

    /** Ends work on a message. */
    public void close(UUID messageId) {
        Message message = message(messageId);
        message.close(CloseReason.ANSWERED, clock.instant());
        audit.record(
                messageId,
                "Закрыто: "
                        + java.util.Objects.requireNonNull(message.closeReason).title(),
                "system",
                null,
                Map.of());
        reached(messageId, Milestone.CLOSED);
    }

    private void reached(UUID messageId, Milestone milestone) {
        events.publishEvent(new MilestoneReached(messageId, milestone, clock.instant()));
    }

    private static String required(String reason) {
        if (reason.isBlank()) {
            throw Refused.invalid(
                    "Укажите причину",
                    "Без причины это решение не сохранится.",
                    new FieldError("reason", "Укажите причину"));
        }
        return reason;
    }

    private Message message(UUID id) {
        return messages.findById(id).orElseThrow();
    }
}
