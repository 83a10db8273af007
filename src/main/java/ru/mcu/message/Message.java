package ru.mcu.message;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Refused;

/** What a citizen wrote, and everything the city has decided about it. Changes only through its own methods. */
@Entity
@Table(schema = "mcu", name = "message")
class Message implements Persistable<UUID> {

    @Id
    UUID id;

    String number;
    String channel;

    @Nullable
    String externalId;

    @Nullable
    String sourceHash;

    @Nullable
    String sourceNumber;

    @Nullable
    String thread;

    @Nullable
    String link;

    @Nullable
    String authorName;

    @Nullable
    String authorContact;

    @Nullable
    String authorLink;

    @Nullable
    String authorKey;

    boolean anonymous;
    String originalText;
    String text;
    String fingerprint;
    long nearFingerprint;

    @Nullable
    String place;

    @Nullable
    String placeKey;

    @Nullable
    String district;

    @Nullable
    String topicGroup;

    @Nullable
    String topic;

    @Enumerated(EnumType.STRING)
    Priority priority;

    @Enumerated(EnumType.STRING)
    MessageKind kind;

    @Enumerated(EnumType.STRING)
    Regime regime;

    @Enumerated(EnumType.STRING)
    MessageStatus status;

    @Enumerated(EnumType.STRING)
    @Nullable
    CloseReason closeReason;

    @Enumerated(EnumType.STRING)
    @Nullable
    AnswerOutcome outcome;

    @Nullable
    String executorBody;

    @Nullable
    UUID parentId;

    Instant receivedAt;
    Instant registeredAt;
    String registeredBy;

    @Nullable
    Instant plannedAt;

    @Nullable
    Instant dueAt;

    boolean dueProvisional;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String dueWhy;

    @Nullable
    LocalDate promisedOn;

    @Nullable
    Instant closedAt;

    int returnCount;
    int reworkCount;
    int reopenCount;
    boolean deletedByAuthor;

    @Nullable
    Integer surveyMark;

    /** What the author gave the answer in the source system. */
    @Nullable
    Integer sourceMark;

    boolean hasMedia;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String suggestion;

    @Nullable
    String concept;

    @Version
    int version;

    @Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init") // for JPA
    protected Message() {}

    @SuppressWarnings("NullAway.Init") // intake sets every required column before the first flush
    static Message create(UUID id, String number) {
        Message message = new Message();
        message.id = id;
        message.number = number;
        message.status = MessageStatus.REGISTERED;
        message.fresh = true;
        return message;
    }

    Channel channel() {
        return Channel.of(channel);
    }

    /** Follows the process to its next step. */
    void enter(MessageStatus next) {
        if (!status.canBecome(next)) {
            throw Refused.conflict(
                    "Шаг невозможен",
                    "Сообщение " + number + " сейчас «" + status.title() + "» и не может стать «" + next.title()
                            + "».");
        }
        status = next;
    }

    void classify(
            String topicGroup,
            String topic,
            @Nullable String place,
            @Nullable String placeKey,
            @Nullable String district) {
        requireOpen();
        this.topicGroup = topicGroup;
        this.topic = topic;
        this.place = place;
        this.placeKey = placeKey;
        this.district = district;
    }

    void assign(String body, MessageKind kind, Priority priority) {
        requireOpen();
        this.executorBody = body;
        this.kind = kind;
        this.priority = priority;
    }

    void linkTo(Message parent) {
        requireOpen();
        if (parent.id.equals(id) || parent.parentId != null) {
            throw Refused.invalid(
                    "Нельзя связать", "Выберите основное сообщение, а не само это сообщение и не другой дубликат.");
        }
        parentId = parent.id;
    }

    void unlink() {
        parentId = null;
    }

    /** «Не в компетенции»: back to triage; counted, because ping-pong is what citizens hate most. */
    int countReturn() {
        requireOpen();
        executorBody = null;
        return ++returnCount;
    }

    int countRework() {
        requireOpen();
        return ++reworkCount;
    }

    void reprioritise(Priority next) {
        requireOpen();
        priority = next;
    }

    void due(Instant at, boolean provisional, String why) {
        dueAt = at;
        dueProvisional = provisional;
        dueWhy = why;
    }

    /** What the published answer says; a promise is checked on its date. */
    void answered(AnswerOutcome outcome, @Nullable LocalDate promisedOn) {
        requireOpen();
        this.outcome = outcome;
        this.promisedOn = promisedOn;
    }

    void reopen() {
        requireOpen();
        reopenCount++;
        outcome = null;
        promisedOn = null;
        surveyMark = null;
        concept = null; // the answer it led to was not enough
    }

    void willCloseAs(CloseReason reason) {
        requireOpen();
        closeReason = reason;
    }

    void close(CloseReason byDefault, Instant now) {
        enter(MessageStatus.CLOSED);
        if (closeReason == null) {
            closeReason = byDefault;
        }
        closedAt = now;
    }

    boolean isClosed() {
        return status == MessageStatus.CLOSED;
    }

    void requireOpen() {
        if (isClosed()) {
            throw Refused.conflict(
                    "Сообщение закрыто",
                    "Сообщение " + number + " уже закрыто: изменить его нельзя, можно завести новое.");
        }
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @jakarta.persistence.PostPersist
    @jakarta.persistence.PostLoad
    void stored() {
        fresh = false;
    }
}
