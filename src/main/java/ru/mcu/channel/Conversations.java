package ru.mcu.channel;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.message.EntryStep;
import ru.mcu.message.FollowUps;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.Publications;
import ru.mcu.message.Regime;
import ru.mcu.message.Registered;
import ru.mcu.platform.Hashes;

/**
 * Finds the message that an author's words belong to: the open one of his thread, a new one that goes on where a closed
 * one ended, or a new one. An author is known within his channel only.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class Conversations {

    private static final String NO_TEXT = "(без текста)";

    private final Intake intake;
    private final FollowUps followUps;
    private final InboundItems items;
    private final RemoteFiles files;
    private final EnclosedFiles enclosed;
    private final Publications publications;
    private final SurveyMarks marks;

    Conversations(
            Intake intake,
            FollowUps followUps,
            InboundItems items,
            RemoteFiles files,
            EnclosedFiles enclosed,
            Publications publications,
            SurveyMarks marks) {
        this.intake = intake;
        this.followUps = followUps;
        this.items = items;
        this.files = files;
        this.enclosed = enclosed;
        this.publications = publications;
        this.marks = marks;
    }

    /** What became of it. */
    record Outcome(@Nullable UUID messageId, @Nullable String ignored) {

        static Outcome of(UUID messageId) {
            return new Outcome(messageId, null);
        }

        static Outcome ignored(String reason) {
            return new Outcome(null, reason);
        }
    }

    Outcome take(Inbound inbound) {
        if (inbound instanceof InboundMessage message) {
            return take(message);
        }
        if (inbound instanceof Inbound.Edit edit) {
            return take(edit);
        }
        if (inbound instanceof Inbound.Deletion deletion) {
            return take(deletion);
        }
        if (inbound instanceof Inbound.Mark mark) {
            return marks.take(mark) ? new Outcome(null, null) : Outcome.ignored("Опрос уже закрыт или не найден");
        }
        if (inbound instanceof Inbound.Undelivered back) {
            return publications
                    .cameBack(back.reference(), back.reason())
                    .map(Outcome::of)
                    .orElseGet(() -> Outcome.ignored("Вернулось то, чего мы не отправляли"));
        }
        return Outcome.ignored("Не сообщение");
    }

    private Outcome take(InboundMessage incoming) {
        Optional<InboundItems.Item> known = items.find(incoming.channel(), incoming.externalId());
        if (known.isPresent()) {
            // parts of an album come one by one under one id
            files.expect(known.get().messageId(), incoming.channel(), incoming.files());
            return Outcome.of(known.get().messageId());
        }
        UUID earlier =
                items.latestOf(incoming.channel(), incoming.conversation()).orElse(null);
        UUID message = earlier == null ? register(incoming) : goOn(earlier, incoming);
        files.expect(message, incoming.channel(), incoming.files());
        enclosed.keep(message, incoming.channel(), incoming.enclosed());
        return Outcome.of(message);
    }

    private UUID register(InboundMessage incoming) {
        Registered registered = intake.register(newMessage(incoming));
        keepOriginal(registered, incoming);
        items.add(incoming, registered.id(), true);
        return registered.id();
    }

    private UUID goOn(UUID earlier, InboundMessage incoming) {
        Optional<Registered> next = followUps.takeOrContinue(earlier, newMessage(incoming));
        next.ifPresent(opened -> keepOriginal(opened, incoming));
        UUID message = next.map(Registered::id).orElse(earlier);
        items.add(incoming, message, next.isPresent());
        return message;
    }

    private void keepOriginal(Registered registered, InboundMessage incoming) {
        if (registered.created() && incoming.original() != null) {
            intake.keepOriginal(registered.id(), incoming.original());
        }
    }

    private Outcome take(Inbound.Edit edit) {
        InboundItems.Item item = items.find(edit.channel(), edit.externalId()).orElse(null);
        if (item == null) {
            return Outcome.ignored("Изменено то, чего мы не получали");
        }
        if (!items.changeText(item, Hashes.sha256(edit.text()))) {
            return Outcome.ignored("Текст не изменился");
        }
        boolean taken = followUps.edited(item.messageId(), edit.editId(), edit.text(), edit.at());
        return taken ? Outcome.of(item.messageId()) : Outcome.ignored("Сообщение уже закрыто");
    }

    private Outcome take(Inbound.Deletion deletion) {
        InboundItems.Item item =
                items.find(deletion.channel(), deletion.externalId()).orElse(null);
        if (item == null) {
            return Outcome.ignored("Удалено то, чего мы не получали");
        }
        String id = "deleted-" + deletion.externalId();
        boolean taken = item.first()
                ? followUps.deleted(item.messageId(), id, deletion.at())
                : followUps.edited(item.messageId(), id, "Автор удалил своё дополнение.", deletion.at());
        return taken ? Outcome.of(item.messageId()) : Outcome.ignored("Сообщение уже закрыто");
    }

    private static NewMessage newMessage(InboundMessage incoming) {
        InboundMessage.Author author = incoming.author();
        String text = incoming.text().isBlank() && incoming.hasFiles() ? NO_TEXT : incoming.text();
        return new NewMessage(
                incoming.channel(),
                incoming.externalId(),
                null,
                incoming.thread(),
                incoming.link(),
                author.name(),
                author.contact(),
                author.page(),
                false,
                text,
                incoming.place(),
                null,
                null,
                null,
                Priority.NORMAL,
                MessageKind.SOLVABLE,
                Regime.MESSAGE,
                null,
                incoming.writtenAt(),
                null,
                null,
                incoming.hasFiles(),
                EntryStep.TRIAGE,
                null);
    }
}
