package ru.mcu.message;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Channel;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.platform.outbox.Choice;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliverySettled;
import ru.mcu.platform.outbox.Outbox;

/** Everything the city says to the author: frozen text, way out, proof (Рубцовск 2.2.5, 4.2.11). */
@Service
@Transactional
public class Publications {

    private static final Pattern SURVEY_LINK = Pattern.compile("/survey/([A-Za-z0-9_-]{43})");

    private static final Set<PublicationKind> ANSWERS = EnumSet.of(PublicationKind.ANSWER);

    private final PublicationRows rows;
    private final Messages messages;
    private final Drafts drafts;
    private final ApprovalRows approvals;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Publications(
            PublicationRows rows,
            Messages messages,
            Drafts drafts,
            ApprovalRows approvals,
            Outbox outbox,
            AuditTrail audit,
            CurrentUser actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.messages = messages;
        this.drafts = drafts;
        this.approvals = approvals;
        this.outbox = outbox;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    UUID prepare(Message message, PublicationKind kind, String text, @Nullable UUID draftId) {
        return rows.save(prepared(message, kind, text, draftId)).id;
    }

    private Publication prepared(Message message, PublicationKind kind, String text, @Nullable UUID draftId) {
        Publication publication = new Publication();
        publication.messageId = message.id;
        publication.kind = kind;
        publication.draftId = draftId;
        publication.text = text;
        publication.sha256 = Hashes.sha256(text);
        publication.channel = message.channel;
        publication.status = PublicationStatus.PREPARED;
        publication.createdAt = clock.instant();
        return publication;
    }

    /** The answer that another system has already published. */
    void takeImported(Message message, String text, java.time.Instant at) {
        Publication publication = prepared(message, PublicationKind.ANSWER, text, null);
        publication.published(at, "system", message.link, null);
        rows.save(publication);
    }

    /** An invitation to rate the answer. */
    public UUID prepareInvitation(UUID messageId, String text) {
        return prepare(message(messageId), PublicationKind.SURVEY, text, null);
    }

    /** Freezes the newest version of the answer, which must be the approved one. */
    public UUID freezeAnswer(UUID messageId) {
        Message message = message(messageId);
        Draft draft = drafts.findTopByMessageIdOrderByVersionNoDesc(messageId)
                .orElseThrow(() -> Refused.conflict("Нет ответа", "Нет согласованного ответа."));
        Optional<Approval> decision = approvals.findTopByDraftIdOrderByDecidedAtDescIdDesc(draft.id);
        boolean imported = decision.isEmpty() && draft.versionNo == 1;
        if (!imported
                && decision.filter(d -> d.decision == ApprovalDecision.APPROVED).isEmpty()) {
            throw Refused.conflict("Ответ не согласован", "Последняя версия ответа ещё не согласована.");
        }
        if (!Hashes.sha256(draft.text).equals(draft.sha256)) {
            throw new IllegalStateException("draft " + draft.id + " was changed after it was handed in");
        }
        boolean interim = draft.kind == DraftKind.INTERIM;
        if (!interim) {
            reached(messageId, Milestone.ANSWERED);
        }
        return prepare(message, interim ? PublicationKind.INTERIM : PublicationKind.ANSWER, draft.text, draft.id);
    }

    private void reached(UUID messageId, Milestone milestone) {
        events.publishEvent(new MilestoneReached(messageId, milestone, clock.instant()));
    }

    /** A duplicate's author gets the answer of the main message. */
    public UUID takeParentAnswer(UUID messageId) {
        Message message = message(messageId);
        Publication parent =
                answerOf(java.util.Objects.requireNonNull(message.parentId)).orElseThrow();
        return prepare(message, PublicationKind.ANSWER, parent.text, parent.draftId);
    }

    Optional<Publication> answerOf(UUID messageId) {
        return rows.findTopByMessageIdAndKindInAndStatusOrderByPublishedAtDesc(
                messageId, ANSWERS, PublicationStatus.PUBLISHED);
    }

    /** The text of the published answer. */
    @Transactional(readOnly = true)
    public Optional<String> answerText(UUID messageId) {
        return answerOf(messageId).map(publication -> publication.text);
    }

    /** How this text can go out now. */
    @Transactional(readOnly = true)
    public Route route(UUID publicationId) {
        Publication publication = publication(publicationId);
        Message message = message(publication.messageId);
        if (message.deletedByAuthor) {
            return Route.ASK_FIRST;
        }
        return isLive(publication, message) ? Route.LIVE : Route.BY_HAND;
    }

    /** Whether the channel is connected and knows where to send this text. */
    @Transactional(readOnly = true)
    public boolean isLive(UUID publicationId) {
        Publication publication = publication(publicationId);
        return isLive(publication, message(publication.messageId));
    }

    private boolean isLive(Publication publication, Message message) {
        String address = publication.channel() == Channel.MAIL ? message.authorContact : message.thread;
        return address != null && outbox.delivers(publication.channel());
    }

    /** Puts the text into the outbox, in the transaction of the decision. */
    public void sendOut(UUID publicationId) {
        Publication publication = publication(publicationId);
        Message message = message(publication.messageId);
        publication.sending();
        outbox.put(new Delivery(
                        publication.id,
                        publication.channel(),
                        message.authorContact,
                        message.thread,
                        publication.kind.title() + " на сообщение " + message.number,
                        publication.text,
                        "publication-" + publication.id + "-" + publication.version)
                .with(marks(publication)));
    }

    /** The buttons of an invitation, for channels that have buttons; the link in its text is for all the others. */
    private static List<Choice> marks(Publication publication) {
        Matcher link = SURVEY_LINK.matcher(publication.text);
        if (publication.kind != PublicationKind.SURVEY || !link.find()) {
            return List.of();
        }
        return IntStream.rangeClosed(1, 5)
                .mapToObj(mark -> new Choice(String.valueOf(mark), "mark:" + link.group(1) + ":" + mark))
                .toList();
    }

    @EventListener
    void on(DeliverySettled settled) {
        rows.findById(settled.reference()).ifPresent(publication -> settle(publication, settled));
    }

    private void settle(Publication publication, DeliverySettled settled) {
        if (publication.status != PublicationStatus.SENDING) {
            return;
        }
        if (settled.delivered()) {
            publication.published(clock.instant(), "system", settled.link(), null);
            recordPublished(publication, "system");
        } else {
            publication.failed(settled.reason() == null ? "Канал не принял сообщение" : settled.reason());
            audit.record(
                    publication.messageId,
                    "Канал не принял: " + publication.kind.title(),
                    "system",
                    publication.error,
                    Map.of());
        }
        events.publishEvent(new PublicationSettled(
                publication.id,
                publication.messageId,
                settled.delivered() ? PublicationSettled.Outcome.DELIVERED : PublicationSettled.Outcome.FAILED));
    }

    /**
     * The channel took a text and sent it back later; the history of the message says so.
     *
     * @return the message, empty when there is no such publication
     */
    public Optional<UUID> cameBack(UUID publicationId, String reason) {
        Optional<Publication> found = rows.findById(publicationId);
        found.ifPresent(publication -> audit.record(
                publication.messageId,
                publication.kind.title() + ": письмо вернулось",
                "system",
                reason,
                Map.of("publication", publication.id)));
        return found.map(publication -> publication.messageId);
    }

    /** Stops what has not left yet, until somebody decides; what is leaving already is said in the history. */
    void withdraw(UUID messageId) {
        for (Publication publication : rows.findByMessageIdAndStatus(messageId, PublicationStatus.SENDING)) {
            boolean stopped = outbox.withdraw(publication.id);
            audit.record(
                    messageId,
                    (stopped ? "Отозвано: " : "Отозвать нельзя: ") + publication.kind.title(),
                    "system",
                    stopped ? null : "Текст уже уходит автору; что с ним стало, будет видно здесь",
                    Map.of());
            if (stopped) {
                publication.takenBack();
                events.publishEvent(
                        new PublicationSettled(publication.id, messageId, PublicationSettled.Outcome.WITHDRAWN));
            }
        }
    }

    /** The message was cancelled: nothing that can still be stopped reaches the author. */
    void abandon(UUID messageId, String reason) {
        withdraw(messageId);
        rows.findByMessageIdAndStatus(messageId, PublicationStatus.PREPARED)
                .forEach(publication -> publication.withheld(actor.id(), reason));
    }

    /** A person published the text; a link or a picture proves it, a note does where neither can exist. */
    public void publishedByHand(
            UUID publicationId, @Nullable String link, @Nullable UUID proof, @Nullable String note) {
        Publication publication = publication(publicationId);
        if (blank(link) && proof == null && blank(note)) {
            throw Refused.invalid(
                    "Нужно подтверждение",
                    "Укажите ссылку на публикацию, приложите снимок экрана или напишите, как сообщили ответ.",
                    new FieldError("link", "Укажите ссылку, снимок экрана или примечание"));
        }
        if (!blank(link) && !String.valueOf(link).matches("https?://\\S+")) {
            throw Refused.invalid(
                    "Проверьте ссылку",
                    "Ссылка должна начинаться с http:// или https://.",
                    new FieldError("link", "Ссылка должна начинаться с http:// или https://"));
        }
        publication.published(clock.instant(), actor.id(), blank(link) ? null : link, proof);
        recordPublished(publication, actor.id());
        if (!blank(note)) {
            audit.record(publication.messageId, "Как опубликовано", actor.id(), note, Map.of());
        }
    }

    private void recordPublished(Publication publication, String by) {
        Map<String, Object> details = new HashMap<>();
        details.put("publication", publication.id);
        details.put("sha256", publication.sha256);
        audit.record(publication.messageId, publication.kind.title() + ": опубликовано", by, null, details);
        if (ANSWERS.contains(publication.kind)) {
            reached(publication.messageId, Milestone.PUBLISHED);
        }
    }

    /** Decided not to publish; the reason is kept. */
    public void withhold(UUID publicationId, String reason) {
        Publication publication = publication(publicationId);
        publication.withheld(actor.id(), reason);
        if (ANSWERS.contains(publication.kind) || publication.kind == PublicationKind.INTERIM) {
            message(publication.messageId).willCloseAs(CloseReason.WITHHELD);
        }
        audit.record(
                publication.messageId,
                publication.kind.title() + ": решено не публиковать",
                actor.id(),
                reason,
                Map.of());
    }

    /** What the person who publishes by hand must see. */
    @Transactional(readOnly = true)
    public ByHand byHand(UUID publicationId) {
        Publication publication = publication(publicationId);
        Message message = message(publication.messageId);
        return new ByHand(
                publication.kind,
                publication.text,
                message.link,
                publication.channel(),
                publication.error,
                message.deletedByAuthor);
    }

    /** After an answer went out: what it said, and what follows from it. */
    public AfterAnswer noteAnswer(UUID publicationId) {
        Publication publication = publication(publicationId);
        Message message = message(publication.messageId);
        if (publication.status != PublicationStatus.PUBLISHED) {
            return AfterAnswer.CLOSE;
        }
        if (publication.kind == PublicationKind.INTERIM) {
            return AfterAnswer.FINAL_ANSWER;
        }
        Draft draft = publication.draftId == null
                ? null
                : drafts.findById(publication.draftId).orElse(null);
        message.answered(
                draft == null ? AnswerOutcome.EXPLAINED : draft.outcome, draft == null ? null : draft.promisedOn);
        message.willCloseAs(CloseReason.ANSWERED);
        return AfterAnswer.CONTROL;
    }

    /** When the promised date comes, empty without a promise. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> promisedOn(UUID messageId) {
        return Optional.ofNullable(message(messageId).promisedOn);
    }

    /** Open duplicates of a message, a page at a time. */
    @Transactional(readOnly = true)
    public List<UUID> waitingFor(UUID parentId, int limit) {
        return messages.waitingFor(parentId, limit);
    }

    private Publication publication(UUID id) {
        return rows.findById(id).orElseThrow();
    }

    private Message message(UUID id) {
        return messages.findById(id).orElseThrow();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The ways out; the word is the process variable {@code publicationRoute}. */
    public enum Route {
        LIVE("live"),
        BY_HAND("manual"),
        ASK_FIRST("ask");

        private final String code;

        Route(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** What follows a publication; the word is the process variable {@code nextAfterAnswer}. */
    public enum AfterAnswer {
        FINAL_ANSWER("finalAnswer"),
        CONTROL("control"),
        CLOSE("close");

        private final String code;

        AfterAnswer(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** A text to publish by hand. */
    public record ByHand(
            PublicationKind kind,
            String text,
            @Nullable String link,
            Channel channel,
            @Nullable String error,
            boolean deletedByAuthor) {}
}
