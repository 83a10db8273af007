package ru.mcu.demo.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.demo.DemoMessage;
import ru.mcu.demo.DemoMessages;
import ru.mcu.message.EntryStep;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageKind;
import ru.mcu.message.NewMessage;
import ru.mcu.message.Priority;
import ru.mcu.message.Regime;
import ru.mcu.platform.Channel;
import ru.mcu.platform.MovableTime;
import ru.mcu.platform.outbox.Outbox;

/** Fills the demonstration with the stories of the data file, each in one transaction and once for good. */
@Component
@Profile("demo")
class DemoCity {

    private static final Logger log = LoggerFactory.getLogger(DemoCity.class);

    private final Stages stages;
    private final DemoStaff staff;
    private final Intake intake;
    private final Outbox outbox;
    private final WorkingCalendar calendar;
    private final TransactionTemplate transaction;

    DemoCity(
            Stages stages,
            DemoStaff staff,
            Intake intake,
            Outbox outbox,
            WorkingCalendar calendar,
            TransactionTemplate transaction) {
        this.stages = stages;
        this.staff = staff;
        this.intake = intake;
        this.outbox = outbox;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    /** The id of the story's message, if it has been played. */
    static Optional<UUID> idOf(String key, Intake intake) {
        return DemoMessages.all().stream()
                .filter(message -> message.key().equals(key))
                .findFirst()
                .flatMap(message -> intake.find(message.channel().code(), message.externalId()));
    }

    /**
     * Plays the stories that have not been played yet, the oldest first. A story that the city's own rules refuse is
     * left out and named in the log: a demonstration must not stop the start.
     *
     * @param now the present moment, to which all stories lead
     * @return how many were played
     */
    int play(List<DemoMessage> stories, MovableTime time, Instant now) {
        Times times = new Times(calendar);
        int played = 0;
        try {
            for (DemoMessage message : stories.stream()
                    .sorted(Comparator.comparing((DemoMessage story) -> registered(story, times, now)))
                    .toList()) {
                played += play(message, times, time, now) ? 1 : 0;
            }
        } finally {
            time.release();
        }
        return played;
    }

    private boolean play(DemoMessage message, Times times, MovableTime time, Instant now) {
        if (intake.find(message.channel().code(), message.externalId()).isPresent() || wouldBeSent(message)) {
            return false;
        }
        Instant registered = registered(message, times, now);
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                time.moveTo(registered);
                UUID id = intake.register(incoming(message, registered)).id();
                stages.play(new Story(message, id, staff, times, calendar.zone(), time, registered, now));
                return true;
            }));
        } catch (RuntimeException e) {
            log.warn("demo message {} at {} was left out", message.key(), message.stage(), e);
            return false;
        }
    }

    /** Invented answers must never leave the computer: a connected channel would carry them. */
    private boolean wouldBeSent(DemoMessage message) {
        return message.channel() != Channel.MAIL && outbox.delivers(message.channel());
    }

    private static Instant registered(DemoMessage message, Times times, Instant now) {
        return message.minutes() > 0 ? now.minus(Duration.ofMinutes(message.minutes())) : times.ago(message.ago(), now);
    }

    private static NewMessage incoming(DemoMessage message, Instant registered) {
        Random random = new Random(message.key().hashCode());
        return new NewMessage(
                message.channel(),
                message.externalId(),
                message.channel() == Channel.POS ? "26-" + (100_000 + random.nextInt(900_000)) : null,
                null,
                message.channel().isPublicPlace() ? "https://posts.example/wall-" + random.nextInt(1_000_000) : null,
                message.author(),
                message.channel() == Channel.MAIL ? null : message.contact(),
                null,
                message.anonymous(),
                message.text(),
                null,
                null,
                message.text().isBlank() ? message.topicGroup() : null,
                message.text().isBlank() ? message.topic() : null,
                Priority.NORMAL,
                message.kind() == null ? MessageKind.SOLVABLE : message.kind(),
                message.regime() == null ? Regime.MESSAGE : message.regime(),
                null,
                registered.minusSeconds(60L + random.nextInt(1_500)),
                null,
                null,
                random.nextInt(4) == 0,
                EntryStep.TRIAGE,
                null);
    }
}
