package ru.mcu.channel.mail;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import ru.mcu.platform.ClusterLock;

/** Reads the mailbox on one node at a time: regularly, and at once when the server tells of a letter. */
@Component
class MailWatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailWatch.class);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private final Mailbox mailbox;
    private final MailCollector collector;
    private final ClusterLock lock;
    private final Clock clock;
    private final Object round = new Object();
    private int failures;
    private Instant notBefore = Instant.MIN;
    private volatile @Nullable MailIdle idle;

    MailWatch(Mailbox mailbox, MailCollector collector, ClusterLock lock, Clock clock) {
        this.mailbox = mailbox;
        this.collector = collector;
        this.lock = lock;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${mcu.mail.imap.poll:1m}")
    void poll() {
        MailIdle waiting = idle;
        if (mailbox.settings().connected()) {
            collect();
            if (waiting != null) {
                waiting.refresh();
            }
        }
    }

    /** One round, unless the mailbox failed a moment ago; the log tells of an outage once. */
    void collect() {
        synchronized (round) {
            if (clock.instant().isBefore(notBefore)) {
                return;
            }
            try {
                lock.holding("mail", this::take);
                if (failures > 0) {
                    log.info("the mailbox is read again");
                }
                failures = 0;
            } catch (Unreachable e) {
                if (failures == 0) {
                    log.warn("the mailbox cannot be read: {}", e.getMessage());
                }
                notBefore = clock.instant().plus(rest(failures++));
            }
        }
    }

    private int take() {
        try {
            return collector.collect();
        } catch (MessagingException e) {
            throw new Unreachable(e);
        }
    }

    private Duration rest(int before) {
        Duration rest = mailbox.settings().poll().multipliedBy(1L << Math.min(before, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    @Override
    public void start() {
        if (mailbox.settings().connected() && mailbox.settings().idle()) {
            MailIdle waiting = new MailIdle(mailbox, this::collect);
            waiting.start();
            idle = waiting;
        }
    }

    @Override
    public void stop() {
        MailIdle waiting = idle;
        if (waiting != null) {
            waiting.stop();
            idle = null;
        }
    }

    @Override
    public boolean isRunning() {
        return idle != null;
    }

    private static final class Unreachable extends RuntimeException {

        private static final long serialVersionUID = 1;

        /** The library's texts may hold account names. */
        Unreachable(MessagingException cause) {
            super(cause.getClass().getSimpleName(), cause);
        }
    }
}
