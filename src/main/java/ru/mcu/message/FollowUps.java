package ru.mcu.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** What the author adds, changes or takes back while his message is in work. */
@Service
@Transactional
public class FollowUps {

    private final FollowUpRows rows;
    private final Messages messages;
    private final Intake intake;
    private final Publications publications;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FollowUps(
            FollowUpRows rows,
            Messages messages,
            Intake intake,
            Publications publications,
            AuditTrail audit,
            CurrentUser actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.messages = messages;
        this.intake = intake;
        this.publications = publications;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes what the author did, whatever state his message is in: an open one gets it, for a closed one a new message
     * is registered that goes on where it ended.
     *
     * @return the new message, when there is one
     * @throws Refused 422 when a new message would have no text, 409 when there is nothing left to delete
     */
    public Optional<Registered> takeOrContinue(
            UUID messageId,
            FollowUpKind kind,
            @Nullable String externalId,
            @Nullable String text,
            @Nullable Instant at) {
        Message message = messages.findById(messageId).orElseThrow();
        if (!message.isClosed()) {
            take(messageId, kind, externalId, text, at);
            return Optional.empty();
        }
        if (kind == FollowUpKind.DELETED) {
            throw Refused.conflict("Сообщение закрыто", "Работа по нему окончена: удаление автором ничего не меняет.");
        }
        if (text == null || text.isBlank()) {
            throw Refused.invalid(
                    "Внесите текст",
                    "Сообщение закрыто, поэтому заводится новое: без текста его не зарегистрировать.",
                    new FieldError("text", "Внесите текст"));
        }
        return Optional.of(continueClosed(message, externalId, text, at));
    }

    /**
     * Takes what the author wrote next in his thread: his open message gets it, as the answer to our question when we
     * asked one; a closed one is continued by a new message.
     *
     * @return the new message, when there is one
     */
    public Optional<Registered> takeOrContinue(UUID messageId, NewMessage next) {
        Message message = messages.findById(messageId).orElseThrow();
        if (message.isClosed()) {
            return Optional.of(continueClosed(message, next));
        }
        FollowUpKind kind = message.status == MessageStatus.CLARIFYING ? FollowUpKind.REPLY : FollowUpKind.ADDED;
        message.hasMedia |= next.hasMedia();
        take(messageId, kind, next.externalId(), next.text(), next.receivedAt());
        return Optional.empty();
    }

    /** The author changed his words; false when his message is closed or this change is known. */
    public boolean edited(UUID messageId, String changeId, String text, Instant at) {
        return take(messageId, FollowUpKind.EDITED, changeId, text, at);
    }

    /** The author took his message back; false when it is closed or this is known. */
    public boolean deleted(UUID messageId, String deletionId, Instant at) {
        return take(messageId, FollowUpKind.DELETED, deletionId, null, at);
    }

    /** The same author in the same place, but work begins anew: what he writes now may be about something else. */
    private Registered continueClosed(Message closed, @Nullable String externalId, String text, @Nullable Instant at) {
        return continueClosed(
                closed,
                new NewMessage(
                        closed.channel(),
                        externalId,
                        null,
                        closed.thread,
                        closed.link,
                        closed.authorName,
                        closed.authorContact,
                        closed.authorLink,
                        closed.anonymous,
                        text,
                        null,
                        null,
                        null,
                        null,
                        Priority.NORMAL,
                        MessageKind.SOLVABLE,
                        closed.regime,
                        null,
                        at == null ? clock.instant() : at,
                        null,
                        null,
                        false,
                        EntryStep.TRIAGE,
                        null));
    }

    private Registered continueClosed(Message closed, NewMessage next) {
        Registered opened = intake.register(next);
        if (opened.created()) {
            audit.record(
                    opened.id(),
                    "Продолжение закрытого сообщения " + closed.number,
                    actor.id(),
                    null,
                    Map.of("previous", closed.id));
            audit.record(
                    closed.id,
                    "Автор написал снова: " + opened.number(),
                    actor.id(),
                    null,
                    Map.of("next", opened.id()));
        }
        return opened;
    }

    /**
     * Attaches what the author did to his open message.
     *
     * @param externalId makes repetition harmless
     * @return false when this was known already or the message is closed (then it needs a message of its own)
     */
    public boolean take(
            UUID messageId,
            FollowUpKind kind,
            @Nullable String externalId,
            @Nullable String text,
            @Nullable Instant at) {
        Message message = messages.findById(messageId).orElseThrow();
        if (message.isClosed()
                || (externalId != null
                        && rows.findByMessageIdAndExternalId(messageId, externalId)
                                .isPresent())) {
            return false;
        }
        FollowUp row = new FollowUp();
        row.messageId = messageId;
        row.kind = kind;
        row.externalId = externalId;
        row.text = text == null ? null : Intake.withoutNul(text);
        row.at = at == null ? clock.instant() : at;
        rows.save(row);
        audit.record(messageId, kind.title(), actor.id(), null, Map.of());
        switch (kind) {
            case REPLY -> events.publishEvent(new AuthorReplied(messageId));
            case DELETED -> {
                message.deletedByAuthor = true;
                publications.withdraw(messageId);
                events.publishEvent(new MessageChanged(messageId, MessageChanged.Change.DELETED));
            }
            case ADDED, EDITED -> events.publishEvent(new MessageChanged(messageId, MessageChanged.Change.FOLLOW_UP));
        }
        return true;
    }
}
