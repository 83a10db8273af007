package ru.mcu.channel;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.platform.Channel;

/**
 * Turns kept events into messages, in the order they came, one transaction for each. An event that fails is tried again
 * later and finally put aside; the ones behind it go on.
 */
@Component
public class InboxWorker {

    private static final Logger log = LoggerFactory.getLogger(InboxWorker.class);
    private static final int FORGOTTEN_AT_ONCE = 1000;

    private final List<InboundAdapter> adapters;
    private final InboxRows rows;
    private final Conversations conversations;
    private final InboxSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Set<Channel> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(new CustomizableThreadFactory("inbox-"));

    InboxWorker(
            List<InboundAdapter> adapters,
            InboxRows rows,
            Conversations conversations,
            InboxSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.adapters = adapters;
        this.rows = rows;
        this.conversations = conversations;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Each channel has a thread of its own: a flood in one does not hold up the others. */
    @Scheduled(fixedDelayString = "${mcu.inbox.poll:500ms}")
    void poll() {
        if (settings.enabled()) {
            adapters.stream()
                    .filter(adapter -> running.add(adapter.channel()))
                    .forEach(adapter -> threads.execute(() -> workOffAlone(adapter)));
        }
    }

    private void workOffAlone(InboundAdapter adapter) {
        try {
            workOff(adapter);
        } catch (RuntimeException e) {
            log.error("events of channel {} are tried again", adapter.channel().code(), e);
        } finally {
            running.remove(adapter.channel());
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    @Scheduled(fixedDelayString = "${mcu.inbox.forget-every:1h}", initialDelayString = "1m")
    void forget() {
        transaction.executeWithoutResult(
                status -> rows.forget(clock.instant().minus(settings.keep()), FORGOTTEN_AT_ONCE));
    }

    /** Understands everything that waits; returns how many events were tried. */
    public int workOff() {
        return adapters.stream().mapToInt(this::workOff).sum();
    }

    private int workOff(InboundAdapter adapter) {
        int tried = 0;
        while (one(adapter)) {
            tried++;
        }
        return tried;
    }

    private boolean one(InboundAdapter adapter) {
        AtomicReference<InboxRows.@Nullable Event> current = new AtomicReference<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> understandNext(adapter, current)));
        } catch (RuntimeException e) {
            InboxRows.Event event = current.get();
            if (event == null) {
                throw e;
            }
            putOff(adapter.channel(), event, e);
            return true;
        }
    }

    private boolean understandNext(InboundAdapter adapter, AtomicReference<InboxRows.@Nullable Event> current) {
        Channel channel = adapter.channel();
        if (!rows.workOn(channel)) {
            return false;
        }
        InboxRows.Event event = rows.next(channel, clock.instant()).orElse(null);
        if (event == null) {
            return false;
        }
        current.set(event);
        @Nullable UUID message = null;
        @Nullable String ignored = null;
        for (Inbound inbound : adapter.read(event.body())) {
            if (inbound instanceof Inbound.Nothing nothing) {
                ignored = nothing.reason();
            } else {
                Conversations.Outcome outcome = conversations.take(inbound);
                message = outcome.messageId() == null ? message : outcome.messageId();
                ignored = outcome.ignored();
            }
        }
        boolean done = message != null || ignored == null;
        rows.settle(event, done ? "DONE" : "IGNORED", ignored, message, clock.instant());
        return true;
    }

    private void putOff(Channel channel, InboxRows.Event event, RuntimeException failure) {
        boolean hopeless =
                failure instanceof InboundAdapter.Unreadable || event.attempts() + 1 >= settings.maxAttempts();
        if (hopeless) {
            log.warn("event {} of channel {} is put aside", event.id(), channel.code());
        } else {
            // its message may quote the event, which holds personal data
            log.warn(
                    "event {} of channel {} is tried again: {}",
                    event.id(),
                    channel.code(),
                    failure.getClass().getName());
        }
        String note = failure instanceof InboundAdapter.Unreadable
                ? String.valueOf(failure.getMessage())
                : "Не удалось обработать (" + failure.getClass().getSimpleName() + ")";
        transaction.executeWithoutResult(status -> {
            if (hopeless) {
                rows.settle(event, "POISON", note, null, clock.instant());
            } else {
                rows.later(event, clock.instant().plus(settings.backOff(event.attempts())), note);
            }
        });
    }
}
