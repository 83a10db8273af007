package ru.mcu.message;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.directory.Directory;
import ru.mcu.directory.District;
import ru.mcu.platform.Channel;

/** What others may ask about a message without holding it. */
@Service
@Transactional(readOnly = true)
public class MessageFacts {

    private final Messages messages;
    private final Directory directory;

    MessageFacts(Messages messages, Directory directory) {
        this.messages = messages;
        this.directory = directory;
    }

    public Priority priority(UUID id) {
        return message(id).priority;
    }

    public Channel channel(UUID id) {
        return message(id).channel();
    }

    public MessageStatus status(UUID id) {
        return message(id).status;
    }

    public String number(UUID id) {
        return message(id).number;
    }

    public String text(UUID id) {
        return message(id).text;
    }

    public @Nullable AnswerOutcome outcome(UUID id) {
        return message(id).outcome;
    }

    public boolean datePromised(UUID id) {
        return message(id).promisedOn != null;
    }

    public boolean hasConcept(UUID id) {
        return message(id).concept != null;
    }

    public boolean textKnown(UUID id) {
        return !message(id).text.isBlank();
    }

    /** The body that answers now. */
    public Optional<String> executorBody(UUID id) {
        return Optional.ofNullable(message(id).executorBody);
    }

    /** Whether the channel itself leads back to the author; otherwise staff call. */
    public boolean reachableInWriting(UUID id) {
        Message message = message(id);
        return switch (message.channel()) {
            case PHONE, VISIT, PAPER, DIRECT_LINE -> false;
            case MAIL -> message.authorContact != null;
            default -> true;
        };
    }

    /** «Дороги · Центральная часть · ВКонтакте · высокий»: what a list shows, without personal data. */
    public String brief(UUID id) {
        Message message = message(id);
        String district = Optional.ofNullable(message.district)
                .flatMap(directory::district)
                .map(District::name)
                .orElse(null);
        return Stream.of(
                        message.topic == null ? "тема не выбрана" : message.topic,
                        district == null ? "район не указан" : district,
                        message.channel().title(),
                        message.priority.title(),
                        message.number)
                .collect(Collectors.joining(" · "));
    }

    /** What other systems may be told. */
    public PublicFacts publicFacts(UUID id) {
        Message message = message(id);
        return new PublicFacts(
                message.id,
                message.number,
                message.channel,
                message.status.name(),
                message.priority.code(),
                message.topicGroup,
                message.topic,
                message.district,
                message.executorBody,
                message.registeredAt,
                message.dueAt,
                message.outcome == null ? null : message.outcome.code(),
                message.closeReason == null ? null : message.closeReason.name(),
                message.surveyMark);
    }

    /** The open message with this number or id, for people who type numbers. */
    public Optional<UUID> find(String number) {
        return messages.findByNumber(number.strip()).map(message -> message.id);
    }

    /** The message whose id is written so; empty for anything else. */
    public Optional<UUID> known(String id) {
        try {
            return messages.findById(UUID.fromString(id)).map(message -> message.id);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private Message message(UUID id) {
        return messages.findById(id).orElseThrow();
    }
}
