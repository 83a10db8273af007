package ru.mcu.channel.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import ru.mcu.RunningApplication;

/**
 * What a webhook and a delivery cost, as a ratio to as many bare commits of PostgreSQL in the same run. {@code
 * -Dmcu.cost.events=20000 -Dmcu.cost.answers=5000} is the size of docs/performance.md.
 */
@Tag("slow")
@DisplayName("Сколько стоят приём и отправка")
class ChannelCostTests {

    private static final int EVENTS = Integer.getInteger("mcu.cost.events", 300);
    private static final int ANSWERS = Integer.getInteger("mcu.cost.answers", 100);
    private static final int THREADS = 4;
    private static final int WARM_UP = 200;

    /** Channels repeat what is not answered within about five seconds; ratios are for people, machines are noisy. */
    private static final Duration PATIENCE_OF_CHANNELS = Duration.ofSeconds(5);

    private final StormyChannel vk = new StormyChannels.Vk();
    private final RunningApplication application = new RunningApplication("channelcost");
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        application.close();
        vk.close();
    }

    /** One measured step for one number. */
    @FunctionalInterface
    private interface Step {
        void run(int number) throws Exception;
    }

    private record Times(long p50, long p95, double perSecond) {}

    @Test
    @DisplayName("приём не дороже нескольких фиксаций базы, отправка идёт с постоянной скоростью")
    void hooksAndDeliveries() throws Exception {
        List<String> settings = new ArrayList<>(vk.settings());
        settings.add("--mcu.outbox.limits.vk.per-second=0");
        settings.add("--mcu.outbox.limits.vk.per-day=0");
        settings.add("--mcu.outbox.poll=100ms");
        application.start(settings);
        try (Connection connection = application.connect();
                var create = connection.createStatement()) {
            create.execute(
                    "create table bare (id bigint generated always as identity primary key, body bytea not null)");
        }

        measure(WARM_UP, number -> event(1_000_000 + number));
        measure(WARM_UP, this::commit);
        double deliveries = deliver();
        Times hooks = measure(EVENTS, this::event);
        Times commits = measure(EVENTS, this::commit);

        System.out.printf(
                "webhook: p50 %.2f ms, p95 %.2f ms, %.0f/s; bare commit: p50 %.2f ms, p95 %.2f ms, %.0f/s; p95 ratio %.1f;"
                        + " outbox %.0f/s, ratio to commits %.2f%n",
                hooks.p50() / 1e6,
                hooks.p95() / 1e6,
                hooks.perSecond(),
                commits.p50() / 1e6,
                commits.p95() / 1e6,
                commits.perSecond(),
                (double) hooks.p95() / commits.p95(),
                deliveries,
                deliveries / commits.perSecond());
        assertThat(Duration.ofNanos(hooks.p95())).isLessThan(PATIENCE_OF_CHANNELS);
        assertThat(vk.accepted()).hasSize(ANSWERS).doesNotHaveDuplicates();
    }

    private void event(int number) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(application.address(vk.hook()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        vk.written(number, number, "Не горит фонарь, номер " + number)))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(200);
    }

    private final ThreadLocal<Connection> bare = ThreadLocal.withInitial(() -> {
        try {
            return application.connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    });

    /** The same bytes into a bare table, one commit each. */
    private void commit(int number) throws SQLException {
        try (PreparedStatement insert = bare.get().prepareStatement("insert into bare (body) values (?)")) {
            insert.setBytes(
                    1,
                    vk.written(number, number, "Не горит фонарь, номер " + number)
                            .getBytes(StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    private Times measure(int count, Step step) throws Exception {
        long[] nanos = new long[count];
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> work = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            work.add(() -> {
                for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                    long start = System.nanoTime();
                    step.run(number);
                    nanos[number] = System.nanoTime() - start;
                }
                return null;
            });
        }
        long start = System.nanoTime();
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        return new Times(nanos[count / 2], nanos[count * 95 / 100], count / seconds);
    }

    /** How many answers a second reach the local server, once the inbox has calmed down. */
    private double deliver() throws Exception {
        await().atMost(Duration.ofMinutes(60))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> application
                        .value("select count(*) from mcu.inbound_event where status = 'WAITING'")
                        .equals("0"));
        try (Connection connection = application.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into mcu.outbox (id, channel, idempotency_key, reference, body, thread, content_hash, status,
                                                next_attempt_at, created_at)
                        values (?, 'vk', ?, ?, ?, ?, ?, 'WAITING', now(), now())""")) {
            connection.setAutoCommit(false);
            for (int number = 0; number < ANSWERS; number++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, "cost-" + number);
                insert.setObject(3, UUID.randomUUID());
                insert.setString(4, "Фонарь починили, номер " + number);
                insert.setString(5, vk.thread(number));
                insert.setString(6, "hash-" + number);
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        }
        long start = System.nanoTime();
        await().atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> vk.accepted().size() == ANSWERS);
        return ANSWERS / ((System.nanoTime() - start) / 1e9);
    }
}
