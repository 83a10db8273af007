package ru.mcu.platform.outbox;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries waiting rows to their channels: claim in one transaction, deliver outside, settle in another. Each channel
 * goes at its own pace; one that hangs does not hold up the others.
 */
@Component
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxDispatcher {

    private static final Logger log = LoggerFactory.getLogger(OutboxDispatcher.class);

    private final Outbox outbox;
    private final OutboxRows rows;
    private final ChannelStates states;
    private final Claims claims;
    private final Receipts receipts;
    private final OutboxSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ExecutorService channels = Executors.newCachedThreadPool(named("outbox-channel-"));
    private final ExecutorService calls;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    OutboxDispatcher(
            Outbox outbox,
            OutboxRows rows,
            ChannelStates states,
            Claims claims,
            Receipts receipts,
            OutboxSettings settings,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.rows = rows;
        this.states = states;
        this.claims = claims;
        this.receipts = receipts;
        this.settings = settings;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
        this.calls = Executors.newFixedThreadPool(settings.parallel(), named("outbox-call-"));
    }

    @Scheduled(fixedDelayString = "${mcu.outbox.poll:500ms}")
    void poll() {
        if (!settings.enabled()) {
            return;
        }
        releaseStuck();
        outbox.channels().forEach(channel -> {
            if (running.add(channel.code())) {
                channels.execute(() -> {
                    try {
                        dispatch(channel);
                    } catch (RuntimeException e) {
                        log.error("deliveries of channel {} are tried again", channel.code(), e);
                    } finally {
                        running.remove(channel.code());
                    }
                });
            }
        });
        receipts.handOut();
    }

    /** Delivers everything that may leave now; returns how many rows were attempted. */
    public int dispatchDue() {
        int attempted = deliverDue();
        receipts.handOut();
        return attempted;
    }

    int deliverDue() {
        releaseStuck();
        return outbox.channels().stream().mapToInt(this::dispatch).sum();
    }

    private void releaseStuck() {
        Integer stuck = transaction.execute(status -> rows.releaseStuck(clock.instant()));
        if (stuck != null && stuck > 0) {
            log.warn("{} deliveries of a stopped node are tried again", stuck);
        }
    }

    private int dispatch(DeliveryChannel channel) {
        int attempted = 0;
        for (List<OutboxRow> batch = claims.claim(channel.code());
                !batch.isEmpty();
                batch = claims.claim(channel.code())) {
            CompletableFuture.allOf(batch.stream()
                            .map(row -> CompletableFuture.runAsync(() -> attempt(channel, row), calls))
                            .toArray(CompletableFuture[]::new))
                    .join();
            attempted += batch.size();
        }
        return attempted;
    }

    private void attempt(DeliveryChannel channel, OutboxRow row) {
        DeliveryResult result = deliver(channel, row);
        Object news = transaction.execute(status -> settle(channel, row, result));
        if (news != null) {
            events.publishEvent(news);
        }
    }

    private DeliveryResult deliver(DeliveryChannel channel, OutboxRow row) {
        if (!channel.connected()) {
            return new DeliveryResult.Permanent("Канал не подключён");
        }
        try {
            return row.maybeSent() ? channel.deliverAgain(row.delivery()) : channel.deliver(row.delivery());
        } catch (RuntimeException e) { // an adapter's own mistake must not lose the row
            log.error(
                    "channel {} failed on delivery {}",
                    channel.code(),
                    row.delivery().reference(),
                    e);
            return new DeliveryResult.Temporary("Внутренняя ошибка канала", null, true);
        }
    }

    /** Returns what there is to tell about the channel, if anything. */
    private @Nullable Object settle(DeliveryChannel channel, OutboxRow row, DeliveryResult result) {
        Instant now = clock.instant();
        if (result instanceof DeliveryResult.Delivered receipt) {
            rows.delivered(row, now, receipt);
            return answered(channel, now, true);
        }
        if (result instanceof DeliveryResult.Temporary temporary) {
            if (row.attempts() < settings.maxAttempts()) {
                Instant next = later(now.plus(settings.backOff(row.attempts())), temporary.notBefore());
                rows.postpone(row, next, temporary.reason(), temporary.maybeArrived());
            } else {
                rows.failed(row, now, temporary.reason());
            }
            return failed(channel, now, temporary.reason());
        }
        String reason = ((DeliveryResult.Permanent) result).reason();
        rows.failed(row, now, reason);
        states.refused(channel.code(), now, reason);
        return channel.connected() ? answered(channel, now, false) : null;
    }

    private @Nullable Object answered(DeliveryChannel channel, Instant now, boolean delivered) {
        return states.answered(channel.code(), now, delivered)
                .map(since -> new ChannelRecovered(channel.code(), channel.title(), since))
                .orElse(null);
    }

    private @Nullable Object failed(DeliveryChannel channel, Instant now, String reason) {
        int failures = states.failed(channel.code(), now, reason);
        if (failures < settings.breakAfter()) {
            return null;
        }
        boolean first = states.rest(channel.code(), now, now.plus(settings.rest(failures)));
        if (!first) {
            return null;
        }
        log.error("channel {} does not take deliveries: {}", channel.code(), reason);
        return new ChannelBroken(channel.code(), channel.title(), reason, now);
    }

    private static Instant later(Instant backOff, @Nullable Instant notBefore) {
        return notBefore != null && notBefore.isAfter(backOff) ? notBefore : backOff;
    }

    private static ThreadFactory named(String prefix) {
        return new CustomizableThreadFactory(prefix);
    }

    @PreDestroy
    void stop() {
        channels.shutdown();
        calls.shutdown();
    }
}
