package ru.mcu.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.audit.AuditTrail;

/** What the author adds, changes or takes back while his message is in work. */
@Service
@Transactional
public class FollowUps {

    private final FollowUpRows rows;
    private final Messages messages;
    private final Publications publications;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    FollowUps(
            FollowUpRows rows,
            Messages messages,
            Publications publications,
            AuditTrail audit,
            CurrentUser actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.messages = messages;
        this.publications = publications;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
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
        row.text = text;
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
