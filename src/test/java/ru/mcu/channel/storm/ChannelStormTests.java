package ru.mcu.channel.storm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import ru.mcu.RunningApplication;
import ru.mcu.channel.Mischief;

/**
 * The done-when of the channels, on the real application in its own process. {@code -Dmcu.storm.events=1000
 * -Dmcu.storm.answers=1000 -Dmcu.storm.kills=3} is the full size; without these it is small enough for every build.
 */
@Tag("slow")
@DisplayName("Буря: серверы каналов сбоят, приложение убивают, а каждое сообщение и каждый ответ – ровно один раз")
class ChannelStormTests {

    private static final int EVENTS = Integer.getInteger("mcu.storm.events", 60);
    private static final int ANSWERS = Integer.getInteger("mcu.storm.answers", 40);
    private static final int KILLS = Integer.getInteger("mcu.storm.kills", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(5).plusMillis(200L * (EVENTS + ANSWERS));
    private static final double MISCHIEF = 0.3;
    private static final String DOUBT = "Неизвестно, дошёл ли ответ";

    private final List<StormyChannel> channels = StormyChannels.all();
    private final RunningApplication application = new RunningApplication("storm");
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ExecutorService posters = Executors.newFixedThreadPool(4);

    @AfterEach
    void calm() throws InterruptedException {
        posters.shutdownNow();
        application.close();
        channels.forEach(StormyChannel::close);
    }

    @Test
    @DisplayName("верные сообщения, ни одного лишнего; ответы по одному, сомнительные ждут человека")
    void everythingOnce() throws Exception {
        application.start(settings());
        long seed = 20_261_122;
        channels.forEach(channel -> channel.misbehave(Mischief.share(MISCHIEF, new Random(seed))));
        channels.forEach(this::answerEverybody);
        List<Weather> weather = channels.stream()
                .map(channel -> new Weather(channel, EVENTS, seed))
                .toList();
        CompletableFuture<Void> posted = CompletableFuture.allOf(weather.stream()
                .map(it -> CompletableFuture.runAsync(() -> post(it), posters))
                .toArray(CompletableFuture[]::new));

        for (int kill = 1; kill <= KILLS; kill++) {
            int share = channels.size() * ANSWERS * kill / (KILLS + 1);
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(() -> settled() >= share);
            application.kill();
            application.start(settings());
        }
        posted.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(this::everythingIsDone);

        for (Weather one : weather) {
            checkIn(one);
            checkOut(one.channel());
        }
    }

    private List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(
                "--mcu.channels.http.timeout=1s",
                "--mcu.outbox.poll=100ms",
                "--mcu.outbox.parallel=24",
                "--mcu.outbox.first-retry=200ms",
                "--mcu.outbox.longest-retry=2s",
                "--mcu.outbox.sending-timeout=10s",
                "--mcu.outbox.max-attempts=100",
                "--mcu.outbox.first-rest=500ms",
                "--mcu.outbox.longest-rest=2s",
                "--mcu.inbox.poll=100ms"));
        for (StormyChannel channel : channels) {
            settings.addAll(channel.settings());
            String limits = "--mcu.outbox.limits." + channel.code();
            settings.add(limits + ".per-second=0");
            settings.add(limits + ".per-day=0");
        }
        return settings;
    }

    /** What the decision of a person leaves: one row for each citizen. */
    private void answerEverybody(StormyChannel channel) {
        try (Connection connection = application.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into mcu.outbox (id, channel, idempotency_key, reference, body, thread, lane, content_hash,
                                                status, next_attempt_at, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING', now(), now())""")) {
            for (int citizen = 0; citizen < ANSWERS; citizen++) {
                insert.setObject(1, UUID.randomUUID());
                insert.setString(2, channel.code());
                insert.setString(3, "publication-" + channel.code() + "-" + citizen);
                insert.setObject(4, UUID.randomUUID());
                insert.setString(5, answer(citizen));
                insert.setString(6, channel.thread(citizen));
                insert.setString(7, channel.thread(citizen));
                insert.setString(8, "hash-" + citizen);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String answer(int citizen) {
        return "Ответ жителю " + citizen;
    }

    /** As channels do: in order, again until it is taken. */
    private void post(Weather weather) {
        for (Weather.Post post : weather.posts()) {
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> taken(weather.channel(), post));
        }
    }

    private boolean taken(StormyChannel channel, Weather.Post post) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(application.address(channel.hook()))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(post.body()));
        channel.headers().forEach(request::header);
        try {
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            return status == 200;
        } catch (IOException killed) {
            return false;
        }
    }

    private int settled() throws SQLException {
        return Integer.parseInt(
                application.value("select count(*) from mcu.outbox where status in ('DELIVERED', 'FAILED')"));
    }

    private boolean everythingIsDone() throws SQLException {
        String waiting = application.value("""
                select (select count(*) from mcu.outbox where status in ('WAITING', 'SENDING'))
                     + (select count(*) from mcu.inbound_event where status = 'WAITING')""");
        return waiting.equals("0");
    }

    private void checkIn(Weather weather) throws SQLException {
        String code = weather.channel().code();
        assertThat(application.list("select original_text from mcu.message where channel = '" + code + "'"))
                .as("messages of " + code)
                .containsExactlyInAnyOrderElementsOf(weather.texts());
        assertThat(application.list("""
                        select f.kind || ' ' || coalesce(f.text, '') from mcu.follow_up f
                        join mcu.message m on m.id = f.message_id where m.channel = '%s'""".formatted(code)))
                .as("edits and deletions of " + code)
                .containsExactlyInAnyOrderElementsOf(weather.followUps());
        assertThat(application.value(
                        "select count(*) from mcu.inbound_event where status = 'POISON' and channel = '" + code + "'"))
                .as("events of " + code + " put aside")
                .isEqualTo(String.valueOf(weather.broken()));
    }

    private void checkOut(StormyChannel channel) throws SQLException {
        String code = channel.code();
        List<String> seen = channel.accepted();
        assertThat(seen).as("answers seen in " + code).doesNotHaveDuplicates();
        List<String> doubtful =
                application.list("select body from mcu.outbox where status = 'FAILED' and last_error like '" + DOUBT
                        + "%' and channel = '" + code + "'");
        List<String> delivered =
                application.list("select body from mcu.outbox where status = 'DELIVERED' and channel = '" + code + "'");
        assertThat(seen).as("what is settled as delivered is seen").containsAll(delivered);
        assertThat(delivered.size() + doubtful.size())
                .as("nothing is lost in " + code)
                .isEqualTo(ANSWERS);
        if (channel.settlesDoubts()) {
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, ANSWERS)
                            .mapToObj(ChannelStormTests::answer)
                            .toList());
        }
        Map<String, Long> statuses = doubtful.stream()
                .collect(Collectors.groupingBy(
                        text -> seen.contains(text) ? "doubtful and there" : "doubtful and not there",
                        Collectors.counting()));
        System.out.println(code + ": answers " + ANSWERS + ", seen " + seen.size() + ", " + statuses);
    }
}
