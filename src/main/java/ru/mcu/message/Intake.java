package ru.mcu.message;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.directory.Body;
import ru.mcu.directory.Directory;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.structuring.Fingerprint;
import ru.mcu.structuring.TextCleaner;

/** Registers what citizens write, each message once, whatever the channel repeats (Рубцовск 2.2.4, Ставрополь III.7.1). */
@Service
public class Intake {

    private static final int LONGEST_TEXT = 100_000;

    private final Messages messages;
    private final Drafting drafting;
    private final Publications publications;
    private final Deadlines deadlines;
    private final Directory directory;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final CurrentUser actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Intake(
            Messages messages,
            Drafting drafting,
            Publications publications,
            Deadlines deadlines,
            Directory directory,
            WorkingCalendar calendar,
            AuditTrail audit,
            CurrentUser actor,
            Clock clock,
            ApplicationEventPublisher events) {
        this.messages = messages;
        this.drafting = drafting;
        this.publications = publications;
        this.deadlines = deadlines;
        this.directory = directory;
        this.calendar = calendar;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /** Registers a message and starts its process; a repetition returns the first receipt and changes nothing. */
    @Transactional
    public Registered register(NewMessage incoming) {
        return known(incoming)
                .map(message -> new Registered(message.id, message.number, false))
                .orElseGet(() -> create(incoming, null, null, messages.nextNumber()));
    }

    /**
     * Takes one row of an export: new rows are registered, changed ones noted, finished ones kept as history without a
     * process.
     */
    @Transactional
    public ImportOutcome take(ImportedRow row) {
        Message message = known(row.message()).orElse(null);
        if (message == null) {
            create(row.message(), row.sourceHash(), row.mark(), messages.nextNumber());
            return ImportOutcome.CREATED;
        }
        if (row.sourceHash().equals(message.sourceHash)) {
            return ImportOutcome.UNCHANGED;
        }
        return update(message, row);
    }

    private ImportOutcome update(Message message, ImportedRow row) {
        NewMessage incoming = row.message();
        message.sourceHash = row.sourceHash();
        message.sourceMark = row.mark();
        message.hasMedia |= incoming.hasMedia();
        if (message.link == null) {
            message.link = incoming.link();
        }
        audit.record(
                message.id,
                "Выгрузка изменилась",
                actor.id(),
                "В системе-источнике: " + incoming.entryStep().title() + ". У нас: "
                        + message.status.title().toLowerCase(java.util.Locale.ROOT) + ".",
                Map.of("entryStep", incoming.entryStep().code()));
        return ImportOutcome.UPDATED;
    }

    /**
     * Takes rows of one export together, in the order given: one lock, one look-up and one draw of numbers for all of
     * them.
     */
    @Transactional
    public List<ImportOutcome> takeAll(List<ImportedRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        String channel = rows.get(0).message().channel().code();
        messages.lockKey("import|" + channel);
        List<String> ids = rows.stream().map(row -> key(row.message())).toList();
        Map<String, String> known = new HashMap<>();
        messages.hashesOf(channel, ids)
                .forEach(row -> known.put(row.getExternalId(), nullToEmpty(row.getSourceHash())));
        Iterator<Long> numbers = numbersFor(
                ids.stream().filter(id -> !known.containsKey(id)).distinct().count());
        List<ImportOutcome> outcomes = new ArrayList<>();
        for (ImportedRow row : rows) {
            String id = key(row.message());
            String hash = known.put(id, row.sourceHash());
            if (hash == null) {
                create(row.message(), row.sourceHash(), row.mark(), numbers.next());
                outcomes.add(ImportOutcome.CREATED);
            } else if (hash.equals(row.sourceHash())) {
                outcomes.add(ImportOutcome.UNCHANGED);
            } else {
                outcomes.add(
                        update(messages.findByChannelAndExternalId(channel, id).orElseThrow(), row));
            }
        }
        return outcomes;
    }

    private Iterator<Long> numbersFor(long count) {
        return count == 0
                ? Collections.emptyIterator()
                : messages.nextNumbers(count).iterator();
    }

    private static String key(NewMessage row) {
        return Objects.requireNonNull(blankToNull(row.externalId()), "a row of an export has a key");
    }

    private static String nullToEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Optional<Message> known(NewMessage incoming) {
        String externalId = blankToNull(incoming.externalId());
        if (externalId == null) {
            return Optional.empty();
        }
        messages.lockKey(incoming.channel().code() + "|" + externalId);
        return messages.findByChannelAndExternalId(incoming.channel().code(), externalId);
    }

    private Registered create(NewMessage incoming, @Nullable String sourceHash, @Nullable Integer mark, long number) {
        if (incoming.text().length() > LONGEST_TEXT) {
            throw Refused.invalid(
                    "Слишком длинный текст",
                    "Сократите текст до " + LONGEST_TEXT + " знаков или приложите его файлом.");
        }
        Instant now = clock.instant();
        Message message = Message.create(Ids.next(), number(number, now));
        message.channel = incoming.channel().code();
        message.externalId = blankToNull(incoming.externalId());
        message.sourceHash = sourceHash;
        message.sourceMark = mark;
        message.sourceNumber = blankToNull(incoming.sourceNumber());
        message.thread = blankToNull(incoming.thread());
        message.link = blankToNull(incoming.link());
        message.authorName = blankToNull(incoming.authorName());
        message.authorContact = blankToNull(incoming.authorContact());
        message.authorLink = blankToNull(incoming.authorLink());
        message.authorKey = authorKey(incoming);
        message.anonymous = incoming.anonymous();
        message.priority = incoming.priority();
        message.kind = incoming.kind();
        message.regime = incoming.regime();
        message.place = blankToNull(incoming.place());
        message.district = Optional.ofNullable(blankToNull(incoming.district()))
                .flatMap(directory::district)
                .map(district -> district.code())
                .orElse(null);
        message.topicGroup = blankToNull(incoming.topicGroup());
        message.topic = blankToNull(incoming.topic());
        message.receivedAt = incoming.receivedAt();
        message.registeredAt = now;
        message.registeredBy = actor.id();
        message.plannedAt = incoming.plannedAt();
        message.hasMedia = incoming.hasMedia();
        message.executorBody = Optional.ofNullable(blankToNull(incoming.executor()))
                .flatMap(directory::findBody)
                .map(Body::code)
                .orElse(null);
        setText(message, incoming.text());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("channel", message.channel);
        if (incoming.entryStep() == EntryStep.HISTORY) {
            closeAsHistory(message, incoming);
            messages.save(message);
            takeAnswer(message, incoming);
        } else {
            EntryStep step = entryStep(message, incoming);
            details.put("entryStep", step.code());
            if (step == EntryStep.SURVEY || step == EntryStep.PUBLISH || step == EntryStep.REVIEW) {
                message.outcome = AnswerOutcome.EXPLAINED;
            }
            deadlines.setFirstTotal(message);
            messages.save(message);
            if (step == EntryStep.SURVEY) {
                takeAnswer(message, incoming);
            } else if (incoming.draft() != null && !incoming.draft().isBlank()) {
                drafting.takeImported(message, incoming.draft());
            }
            events.publishEvent(new MessageRegistered(message.id, step));
            events.publishEvent(new MilestoneReached(message.id, Milestone.REGISTERED, now));
        }
        audit.record(message.id, "Зарегистрировано", actor.id(), null, details);
        return new Registered(message.id, message.number, true);
    }

    /** A step that needs an executor or a text begins earlier when there is none. */
    private static EntryStep entryStep(Message message, NewMessage incoming) {
        boolean textKnown = !message.text.isBlank();
        boolean draftKnown = incoming.draft() != null && !incoming.draft().isBlank();
        return switch (incoming.entryStep()) {
            case DRAFT -> textKnown && message.executorBody != null ? EntryStep.DRAFT : EntryStep.TRIAGE;
            case REVIEW ->
                textKnown && draftKnown && message.executorBody != null ? EntryStep.REVIEW : EntryStep.TRIAGE;
            case PUBLISH -> textKnown && draftKnown ? EntryStep.PUBLISH : EntryStep.TRIAGE;
            default -> incoming.entryStep();
        };
    }

    /** An answer that the other system has already published. */
    private void takeAnswer(Message message, NewMessage incoming) {
        if (incoming.draft() != null && !incoming.draft().isBlank()) {
            Instant at = incoming.finishedAt() == null ? incoming.receivedAt() : incoming.finishedAt();
            publications.takeImported(message, TextCleaner.clean(incoming.draft()), at);
        }
    }

    private static void closeAsHistory(Message message, NewMessage incoming) {
        message.closeReason = CloseReason.HISTORY;
        message.close(
                CloseReason.HISTORY, incoming.finishedAt() == null ? incoming.receivedAt() : incoming.finishedAt());
    }

    /** Keeps all that the author sent beside the part that is new: a letter with its quoted history. */
    @Transactional
    public void keepOriginal(UUID messageId, String original) {
        messages.findById(messageId).orElseThrow().originalText = withoutNul(original);
    }

    /** Puts in the text that an export did not hold. */
    void setText(Message message, String text) {
        message.originalText = withoutNul(text);
        message.text = TextCleaner.clean(message.originalText);
        Fingerprint fingerprint = Fingerprint.of(message.text);
        message.fingerprint = fingerprint.exact();
        message.nearFingerprint = fingerprint.near();
    }

    private String number(long next, Instant now) {
        ZoneId zone = calendar.zone();
        return "МЦУ-%d-%06d".formatted(now.atZone(zone).getYear(), next);
    }

    private static @Nullable String authorKey(NewMessage incoming) {
        String identity = blankToNull(incoming.authorLink()) != null
                ? incoming.authorLink()
                : blankToNull(incoming.authorContact());
        return identity == null
                ? null
                : Hashes.sha256(
                        incoming.channel().code() + "|" + identity.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : withoutNul(text.strip());
    }

    /** PostgreSQL keeps every character but this one. */
    static String withoutNul(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    /** The id of the message that already has this external id. */
    @Transactional(readOnly = true)
    public Optional<UUID> find(String channel, String externalId) {
        return messages.findByChannelAndExternalId(channel, externalId).map(message -> message.id);
    }
}
