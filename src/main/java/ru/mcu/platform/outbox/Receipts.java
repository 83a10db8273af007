package ru.mcu.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the senders what became of their deliveries. Apart from settling: a sender that fails must not make the row
 * look unsent, or the citizen would get the answer twice.
 */
@Component
class Receipts {

    private static final Logger log = LoggerFactory.getLogger(Receipts.class);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final OutboxRows rows;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    Receipts(OutboxRows rows, Clock clock, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.rows = rows;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    void handOut() {
        while (next()) {
            log.trace("one more sender told");
        }
    }

    private boolean next() {
        AtomicReference<OutboxRows.@Nullable Settled> current = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Instant now = clock.instant();
                OutboxRows.Settled settled = rows.nextUnnotified(now).orElse(null);
                if (settled == null) {
                    return false;
                }
                current.set(settled);
                events.publishEvent(settled.event());
                rows.notified(settled.id(), now);
                return true;
            }));
        } catch (RuntimeException e) {
            OutboxRows.Settled settled = current.get();
            if (settled == null) {
                throw e;
            }
            log.error(
                    "the sender of delivery {} could not take its receipt",
                    settled.event().reference(),
                    e);
            transaction.executeWithoutResult(
                    status -> rows.notifyLater(settled.id(), clock.instant().plus(AGAIN)));
            return true;
        }
    }
}
