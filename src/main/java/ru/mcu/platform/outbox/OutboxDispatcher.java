package ru.mcu.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.platform.Channel;

/** Carries waiting rows to their channels: claim in one transaction, deliver outside, settle in another. */
@Component
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxDispatcher {

    private static final Logger log = LoggerFactory.getLogger(OutboxDispatcher.class);

    private final Outbox outbox;
    private final OutboxRows rows;
    private final OutboxSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    OutboxDispatcher(
            Outbox outbox,
            OutboxRows rows,
            OutboxSettings settings,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    @Scheduled(fixedDelayString = "${mcu.outbox.poll:1s}")
    void poll() {
        if (settings.enabled()) {
            dispatchDue();
        }
    }

    /** Delivers everything that is due now; returns how many rows were attempted. */
    public int dispatchDue() {
        int attempted = 0;
        for (List<OutboxRow> batch = claim(); !batch.isEmpty(); batch = claim()) {
            batch.forEach(this::attempt);
            attempted += batch.size();
        }
        notifySenders();
        return attempted;
    }

    private List<OutboxRow> claim() {
        Instant now = clock.instant();
        return transaction.execute(status -> {
            int stuck = rows.releaseStuck(now);
            if (stuck > 0) {
                log.warn("{} deliveries of a stopped node are sent again", stuck);
            }
            return rows.claim(now, now.plus(settings.sendingTimeout()), settings.batch());
        });
    }

    private void attempt(OutboxRow row) {
        Instant allowed = identicalAllowedFrom(row);
        if (allowed.isAfter(clock.instant())) {
            transaction.executeWithoutResult(status ->
                    rows.postpone(row, allowed, "не чаще установленного числа одинаковых ответов в час", false));
            return;
        }
        DeliveryResult result = deliver(row.delivery());
        transaction.executeWithoutResult(status -> settle(row, result));
    }

    private Instant identicalAllowedFrom(OutboxRow row) {
        Channel channel = row.delivery().channel();
        if (!channel.isPublicPlace()) {
            return Instant.MIN;
        }
        Duration hour = Duration.ofHours(1);
        Instant nth =
                rows.nthIdentical(channel, row.contentHash(), clock.instant().minus(hour), settings.identicalPerHour());
        return nth == null ? Instant.MIN : nth.plus(hour);
    }

    private DeliveryResult deliver(Delivery delivery) {
        DeliveryChannel channel = outbox.channel(delivery.channel()).orElse(null);
        if (channel == null || !channel.connected()) {
            return new DeliveryResult.Permanent("Канал не подключён");
        }
        try {
            return channel.deliver(delivery);
        } catch (RuntimeException e) { // an adapter's own mistake must not lose the row
            log.error("channel {} failed on delivery {}", delivery.channel().code(), delivery.reference(), e);
            return new DeliveryResult.Temporary("Внутренняя ошибка канала", null);
        }
    }

    private void settle(OutboxRow row, DeliveryResult result) {
        Instant now = clock.instant();
        if (result instanceof DeliveryResult.Delivered receipt) {
            rows.delivered(row, now, receipt);
        } else if (result instanceof DeliveryResult.Temporary temporary) {
            if (row.attempts() < settings.maxAttempts()) {
                rows.postpone(
                        row,
                        later(now.plus(settings.backOff(row.attempts())), temporary.notBefore()),
                        temporary.reason(),
                        true);
            } else {
                rows.failed(row, now, temporary.reason());
            }
        } else if (result instanceof DeliveryResult.Permanent permanent) {
            rows.failed(row, now, permanent.reason());
        }
    }

    private static Instant later(Instant backOff, @Nullable Instant notBefore) {
        return notBefore != null && notBefore.isAfter(backOff) ? notBefore : backOff;
    }

    /**
     * Tells the senders what became of their deliveries. Apart from settling: a sender that fails must not make the
     * row look unsent, or the citizen would get the answer twice.
     */
    private void notifySenders() {
        while (notifyNext()) {
            log.trace("one more sender told");
        }
    }

    private boolean notifyNext() {
        AtomicReference<OutboxRows.@Nullable Settled> current = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                OutboxRows.Settled settled =
                        rows.nextUnnotified(clock.instant()).orElse(null);
                if (settled == null) {
                    return false;
                }
                current.set(settled);
                events.publishEvent(settled.event());
                rows.notified(settled.id(), clock.instant());
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
                    status -> rows.notifyLater(settled.id(), clock.instant().plus(settings.firstRetry())));
            return true;
        }
    }
}
