package ru.mcu.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.Letters;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Исходящие: каждое уходит один раз")
class OutboxTests {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    Outbox outbox;

    @Autowired
    OutboxRows rows;

    @Autowired
    OutboxSettings settings;

    @Autowired
    OutboxDispatcher dispatcher;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient database;

    private final Letters letters = Letters.toNewAuthor();

    @BeforeEach
    void mondayMorning() {
        clock.set(NOW);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("два узла рассылают одновременно: каждое письмо одно")
    void twoNodesAtOnceDeliverOnce() throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            bodies.add("Ответ " + i);
            put("Ответ " + i);
        }
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            List<Future<Integer>> work = nodes.invokeAll(List.of(() -> dispatch(start), () -> dispatch(start)));
            int attempted = work.get(0).get(1, TimeUnit.MINUTES) + work.get(1).get(1, TimeUnit.MINUTES);
            assertThat(attempted).isGreaterThanOrEqualTo(60);
        } finally {
            nodes.shutdownNow();
        }

        assertThat(letters.texts()).containsExactlyInAnyOrderElementsOf(bodies);
    }

    private int dispatch(CyclicBarrier start) throws Exception {
        start.await(10, TimeUnit.SECONDS);
        return dispatcher.dispatchDue();
    }

    @Test
    @DisplayName("узел упал между отправкой и отметкой: через две минуты повтор под тем же Message-ID")
    void aCrashAfterSendingRepeatsUnderTheSameMessageId() throws Exception {
        UUID reference = put("Ответ после сбоя");
        OutboxRow claimed = claim(reference);
        assertThat(outbox.channel("mail").orElseThrow().deliver(claimed.delivery()))
                .isInstanceOf(DeliveryResult.Delivered.class);

        dispatcher.dispatchDue();
        assertThat(letters.received()).as("still the dead node's").hasSize(1);
        clock.set(NOW.plus(settings.sendingTimeout()).plusSeconds(1));
        dispatcher.dispatchDue();

        assertThat(letters.received()).hasSize(2);
        assertThat(letters.received().get(0).getMessageID())
                .isEqualTo(letters.received().get(1).getMessageID());
        assertThat(status(reference)).isEqualTo("DELIVERED 2");
    }

    @Test
    @DisplayName("запоздавший узел не портит отметку того, кто его заменил")
    void aLateNodeCannotSettleForAnother() {
        UUID reference = put("Ответ запоздавшего");
        OutboxRow late = claim(reference);
        clock.set(NOW.plus(settings.sendingTimeout()).plusSeconds(1));
        dispatcher.dispatchDue();

        transaction.executeWithoutResult(status -> rows.failed(late, clock.instant(), "поздно"));

        assertThat(status(reference)).isEqualTo("DELIVERED 2");
    }

    @Test
    @DisplayName("отправитель не смог принять квитанцию: ему повторят, письмо – нет")
    void aFailingSenderDoesNotCauseASecondLetter() {
        UUID reference = put("Ответ с квитанцией");
        AtomicInteger told = new AtomicInteger();
        Receipts node = new Receipts(rows, clock, transaction, event -> {
            if (event instanceof DeliverySettled settled && settled.reference().equals(reference)) {
                if (told.incrementAndGet() == 1) {
                    throw new IllegalStateException("the sender is busy");
                }
                return;
            }
            events.publishEvent(event);
        });

        dispatcher.deliverDue();
        node.handOut();
        assertThat(notified(reference)).isFalse();
        node.handOut();
        assertThat(told).as("not before its time").hasValue(1);
        clock.set(NOW.plus(Duration.ofSeconds(10)));
        node.handOut();
        clock.set(NOW.plus(Duration.ofHours(2)));
        node.handOut();

        assertThat(told).hasValue(2);
        assertThat(notified(reference)).isTrue();
        assertThat(letters.texts()).containsExactly("Ответ с квитанцией");
        assertThat(status(reference)).isEqualTo("DELIVERED 1");
    }

    @Test
    @DisplayName("одинаковых ответов в открытый канал – не больше пяти в час")
    void identicalAnswersAreThrottledInPublicChannels() {
        String text = "Воду включили " + UUID.randomUUID();
        for (int i = 0; i < identicalPerHour(); i++) {
            UUID sent = put("recorder", "-1_2", text);
            settle(sent, NOW.minus(Duration.ofMinutes(50 - i)));
        }
        UUID sixth = put("recorder", "-1_2", text);
        UUID other = put("recorder", "-1_2", text + " и тепло дали");

        dispatcher.dispatchDue();

        assertThat(status(sixth)).isEqualTo("WAITING 0");
        assertThat(next(sixth)).as("an hour after the first of the five").isEqualTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(status(other)).as("another text is tried").isNotEqualTo("WAITING 0");
        clock.set(NOW.plus(Duration.ofMinutes(10)));
        dispatcher.dispatchDue();
        assertThat(status(sixth)).isNotEqualTo("WAITING 0");
    }

    @Test
    @DisplayName("личные письма одинаковыми бывают: их не сдерживают")
    void identicalLettersAreNotThrottled() {
        for (int i = 0; i < identicalPerHour() + 2; i++) {
            put("Воду включили");
        }

        dispatcher.dispatchDue();

        assertThat(letters.received()).hasSize(identicalPerHour() + 2);
    }

    @Test
    @DisplayName("второе решение с тем же ключом ничего не добавляет")
    void aRepeatedKeyIsIgnored() {
        UUID reference = UUID.randomUUID();
        Delivery delivery =
                new Delivery(reference, Channel.MAIL, letters.recipient(), null, "Ответ", "Ответ", "key-" + reference);
        transaction.executeWithoutResult(status -> outbox.put(delivery));
        transaction.executeWithoutResult(status -> outbox.put(delivery));

        dispatcher.dispatchDue();

        assertThat(letters.received()).hasSize(1);
    }

    private int identicalPerHour() {
        return settings.limits("recorder").identicalPerHour();
    }

    private UUID put(String body) {
        return put("mail", letters.recipient(), body);
    }

    private UUID put(String channel, String recipient, String body) {
        UUID reference = UUID.randomUUID();
        transaction.executeWithoutResult(status -> outbox.put(
                new Delivery(reference, channel, recipient, null, "Ответ", body, List.of(), "test-" + reference)));
        return reference;
    }

    /** Claims this very row, as a node does just before it dies. */
    private OutboxRow claim(UUID reference) {
        database.sql("update mcu.outbox set next_attempt_at = '2000-01-01' where reference = :reference")
                .param("reference", reference)
                .update();
        List<OutboxRow> claimed = transaction.execute(
                status -> rows.take(rows.due("mail", NOW, NOW, 1), NOW, NOW.plus(settings.sendingTimeout())));
        assertThat(claimed).hasSize(1);
        OutboxRow row = java.util.Objects.requireNonNull(claimed).get(0);
        assertThat(row.delivery().reference()).isEqualTo(reference);
        return row;
    }

    private void settle(UUID reference, Instant at) {
        database.sql("""
                        update mcu.outbox set status = 'DELIVERED', settled_at = :at, notified_at = :at
                        where reference = :reference""")
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("reference", reference)
                .update();
    }

    private String status(UUID reference) {
        return database.sql("select status || ' ' || attempts from mcu.outbox where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private boolean notified(UUID reference) {
        return database.sql("select notified_at is not null from mcu.outbox where reference = :reference")
                .param("reference", reference)
                .query(Boolean.class)
                .single();
    }

    private Instant next(UUID reference) {
        return database.sql("select next_attempt_at from mcu.outbox where reference = :reference")
                .param("reference", reference)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
