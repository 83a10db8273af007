package ru.mcu.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.directory.Directory;
import ru.mcu.directory.District;
import ru.mcu.message.MessageCard.Author;
import ru.mcu.message.MessageCard.Can;
import ru.mcu.message.MessageCard.ChannelView;
import ru.mcu.message.MessageCard.Coded;
import ru.mcu.message.MessageCard.Due;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;

/** Puts the card of a message together for the one who looks at it. */
@Service
@Transactional(readOnly = true)
public class MessageCards {

    private final Messages messages;
    private final MessageAccess access;
    private final CardRelations relations;
    private final CardDrafts cardDrafts;
    private final Attachments attachments;
    private final FollowUpRows followUps;
    private final PublicationRows publications;
    private final FactRequests facts;
    private final StepDeadlineRows steps;
    private final AuditTrail audit;
    private final Directory directory;
    private final CurrentUser user;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    MessageCards(
            Messages messages,
            MessageAccess access,
            CardRelations relations,
            CardDrafts cardDrafts,
            Attachments attachments,
            FollowUpRows followUps,
            PublicationRows publications,
            FactRequests facts,
            StepDeadlineRows steps,
            AuditTrail audit,
            Directory directory,
            CurrentUser user,
            JdbcClient jdbc,
            ObjectMapper json,
            Clock clock) {
        this.messages = messages;
        this.access = access;
        this.relations = relations;
        this.cardDrafts = cardDrafts;
        this.attachments = attachments;
        this.followUps = followUps;
        this.publications = publications;
        this.facts = facts;
        this.steps = steps;
        this.audit = audit;
        this.directory = directory;
        this.user = user;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Whether the message is here and the user may see it. */
    public boolean isVisible(UUID id) {
        return messages.findById(id).filter(access::mayRead).isPresent();
    }

    /** @throws Refused 404 when there is no such message or the user may not see it */
    public MessageCard card(UUID id) {
        Message message = messages.findById(id)
                .orElseThrow(
                        () -> Refused.missing("Сообщение не найдено", "Такого сообщения нет, или оно не для вас."));
        access.requireRead(message);
        boolean head = user.in("head");
        boolean open = !message.isClosed();
        return new MessageCard(
                message.id,
                message.number,
                new ChannelView(
                        message.channel,
                        message.channel().title(),
                        message.channel().isPublicPlace()),
                message.status,
                message.status.title(),
                message.priority,
                message.priority.title(),
                message.kind.title(),
                new Coded(message.regime.code(), message.regime.title()),
                message.text,
                message.originalText,
                message.link,
                message.sourceNumber,
                author(message),
                message.receivedAt,
                message.registeredAt,
                message.place,
                message.district == null
                        ? null
                        : directory
                                .district(message.district)
                                .map(District::name)
                                .orElse(null),
                message.topicGroup,
                message.topic,
                message.executorBody == null
                        ? null
                        : new Coded(
                                message.executorBody,
                                directory.body(message.executorBody).shortName()),
                due(message),
                steps.findByMessageIdAndClosedAtIsNullOrderByDueAt(id).stream()
                        .map(this::step)
                        .toList(),
                message.promisedOn,
                message.concept,
                message.returnCount,
                message.reworkCount,
                message.reopenCount,
                message.deletedByAuthor,
                message.surveyMark,
                message.sourceMark,
                attachments.of(id),
                followUps.findByMessageIdOrderByAt(id).stream()
                        .map(row -> new MessageCard.FollowUpView(row.kind, row.kind.title(), row.text, row.at))
                        .toList(),
                cardDrafts.drafts(id),
                cardDrafts.approvals(id),
                publications.findByMessageIdOrderByCreatedAt(id).stream()
                        .map(this::publication)
                        .toList(),
                facts.findByMessageIdOrderByAskedAt(id).stream().map(this::fact).toList(),
                history(id),
                relations.sameAuthor(message),
                relations.samePlace(message),
                message.parentId == null
                        ? null
                        : messages.findById(message.parentId)
                                .map(parent -> parent.number)
                                .orElse(null),
                duplicates(id),
                new Can(
                        head && open,
                        head && open,
                        head && open,
                        head
                                || user.in("analyst")
                                || user.in("imOperator")
                                || user.in("posOperator")
                                || user.in("integration")));
    }

    private Author author(Message message) {
        boolean contacts = access.maySeeContacts(message);
        return new Author(
                message.authorName,
                contacts ? message.authorContact : null,
                contacts ? message.authorLink : null,
                message.anonymous);
    }

    private @Nullable Due due(Message message) {
        return message.dueAt == null
                ? null
                : new Due(
                        message.dueAt,
                        message.dueProvisional,
                        !message.isClosed() && message.dueAt.isBefore(clock.instant()),
                        sentences(message.dueWhy));
    }

    private MessageCard.Step step(StepDeadline row) {
        return new MessageCard.Step(
                StepTitles.of(row.step),
                row.dueAt,
                row.dueAt.isBefore(clock.instant()),
                row.provisional,
                sentences(row.why),
                row.escalationLevel);
    }

    private MessageCard.PublicationView publication(Publication row) {
        return new MessageCard.PublicationView(
                row.kind,
                row.kind.title(),
                row.kind == PublicationKind.SURVEY ? withoutToken(row.text) : row.text,
                row.status,
                row.status.title(),
                row.link,
                row.proofId == null ? null : Attachments.url(row.proofId),
                row.error,
                row.publishedAt,
                row.publishedBy == null ? null : name(row.publishedBy));
    }

    /** Whoever has the author's link can rate in his name, so the card does not show it. */
    private static String withoutToken(String invitation) {
        return invitation.replaceAll("/survey/\\S+", "/survey/…");
    }

    private MessageCard.FactView fact(FactRequest row) {
        return new MessageCard.FactView(
                directory.body(row.body).shortName(),
                row.question,
                row.answer,
                row.refused,
                name(row.askedBy),
                row.askedAt,
                row.answeredBy == null ? null : name(row.answeredBy),
                row.answeredAt);
    }

    private List<MessageCard.HistoryView> history(UUID id) {
        var entries = audit.of(id);
        Map<String, String> names = entries.stream()
                .map(entry -> entry.actor())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::name));
        return entries.stream()
                .map(entry -> new MessageCard.HistoryView(
                        entry.at(),
                        names.getOrDefault(entry.actor(), entry.actor()),
                        entry.onBehalfOf() == null ? null : name(entry.onBehalfOf()),
                        entry.action(),
                        entry.reason()))
                .toList();
    }

    private long duplicates(UUID id) {
        return jdbc.sql("select count(*) from mcu.message where parent_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private String name(String userId) {
        return userId.equals(CurrentUser.SYSTEM) ? "Система" : directory.personName(userId);
    }

    private List<String> sentences(@Nullable String why) {
        if (why == null) {
            return List.of();
        }
        try {
            return json.readValue(why, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
