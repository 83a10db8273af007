package ru.mcu.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import ru.mcu.channel.HttpCalls;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;
import ru.mcu.platform.ClusterLock;

/**
 * Fetches updates where Telegram cannot reach the city's server: one node at a time, and Telegram hears of an update as
 * taken only when the inbox has it.
 */
@Component
class TelegramPolling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TelegramPolling.class);
    private static final Duration ANOTHER_NODE = Duration.ofSeconds(10);
    private static final Duration FIRST_REST = Duration.ofSeconds(2);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);
    private static final long STOP_WITHIN_MILLIS = 5000;
    /** An update takes up to 50 kB, and no more than a megabyte of an answer is read. */
    private static final int AT_ONCE = 20;

    private static final List<String> KINDS = List.of("message", "edited_message", "callback_query");

    private final TelegramSettings settings;
    private final TelegramClient client;
    private final Inbox inbox;
    private final ClusterLock lock;
    private final Clock clock;
    private @Nullable Long next;
    private int failures;
    private volatile CountDownLatch stop = new CountDownLatch(1);
    private @Nullable Thread thread;

    TelegramPolling(TelegramSettings settings, TelegramClient client, Inbox inbox, ClusterLock lock, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.inbox = inbox;
        this.lock = lock;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (settings.polls() && thread == null) {
            stop = new CountDownLatch(1);
            Thread polling = new Thread(this::run, "telegram-polling");
            polling.setDaemon(true);
            polling.start();
            thread = polling;
        }
    }

    @Override
    public synchronized void stop() {
        Thread polling = thread;
        if (polling != null) {
            stop.countDown();
            polling.interrupt();
            try {
                polling.join(STOP_WITHIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            boolean stopped = false;
            while (!stopped) {
                stopped = stop.await(round().toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            log.debug("polling is stopped");
        }
    }

    /** One poll; returns how long to rest before the next. */
    Duration round() {
        try {
            return lock.ifFree("telegram-polling", this::poll).orElse(ANOTHER_NODE);
        } catch (RuntimeException e) {
            // the database is away; Telegram keeps what we have not confirmed
            log.warn(
                    "updates of Telegram are fetched again later: {}",
                    e.getClass().getName());
            return rest();
        }
    }

    private Duration poll() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (next != null) {
            parameters.put("offset", next);
        }
        parameters.put("timeout", settings.pollTimeout().toSeconds());
        parameters.put("limit", AT_ONCE);
        parameters.put("allowed_updates", KINDS);
        try {
            TelegramAnswer answer =
                    client.call("getUpdates", parameters, settings.pollTimeout().plus(ON_THE_WAY));
            if (answer instanceof TelegramAnswer.Done done) {
                done.result().forEach(this::keep);
                failures = 0;
                return Duration.ZERO;
            }
            return answer instanceof TelegramAnswer.Refused refused ? refused(refused) : rest();
        } catch (HttpCalls.NoAnswer e) {
            return rest();
        }
    }

    private void keep(JsonNode update) {
        inbox.put(Channel.TELEGRAM, update.path("update_id").asText(), bytes(update));
        next = update.path("update_id").longValue() + 1;
        TelegramPresses.answer(update).ifPresent(this::answerPress);
    }

    private void answerPress(Map<String, Object> parameters) {
        try {
            client.call(TelegramPresses.METHOD, parameters);
        } catch (HttpCalls.NoAnswer e) {
            log.debug("a pressed button was not answered");
        }
    }

    private Duration refused(TelegramAnswer.Refused refused) throws HttpCalls.NoAnswer {
        if (refused.code() == 409 && refused.description().contains("webhook")) {
            log.info("the webhook of the Telegram bot is removed, since updates are fetched");
            client.call("deleteWebhook", Map.of("drop_pending_updates", false));
            return FIRST_REST;
        }
        // 409 otherwise: somebody else fetches with the same token
        log.warn("Telegram refuses to give updates: {}", refused.code());
        Duration asked = Optional.ofNullable(refused.notBefore())
                .map(until -> Duration.between(clock.instant(), until))
                .orElse(Duration.ZERO);
        Duration own = rest();
        return asked.compareTo(own) > 0 ? asked : own;
    }

    private Duration rest() {
        Duration rest = FIRST_REST.multipliedBy(1L << Math.min(failures++, 10));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private static byte[] bytes(JsonNode update) {
        try {
            return TelegramUpdate.JSON.writeValueAsBytes(update);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
