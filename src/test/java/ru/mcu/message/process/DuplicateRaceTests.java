package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.WholeApplication;
import ru.mcu.message.EntryStep;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.Channel;

@WholeApplication
@DisplayName("Дубликат связывают в ту же минуту, когда публикуют ответ на основное")
class DuplicateRaceTests extends MessagePaths {

    private static final String ANSWER = "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября.";
    private static final int ROUNDS = 12;
    private static final int DUPLICATES_A_ROUND = 5;

    @Autowired
    TransactionTemplate transaction;

    private final ExecutorService clerks = Executors.newFixedThreadPool(2);

    @AfterEach
    void goHome() {
        clerks.shutdownNow();
    }

    @Test
    @DisplayName("связь записана, но ещё не закрыта: ответ ждёт её и находит дубликат")
    void anAnswerWaitsForALinkInTheMaking() throws Exception {
        UUID parent = toPublish();
        UUID duplicate = citizenWrites();

        Future<UUID> answer = transaction.execute(status -> {
            link(duplicate, parent);
            Future<UUID> other = clerks.submit(() -> answered(parent));
            untilStuckOrDone(other);
            return other;
        });
        answer.get(30, TimeUnit.SECONDS);

        duplicates.wakeAll();
        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.PUBLISHING);
    }

    @Test
    @DisplayName("ответ записан, но ещё не закрыт: связь ждёт его и сразу получает этот ответ")
    void aLinkWaitsForAnAnswerInTheMaking() throws Exception {
        UUID parent = toPublish();
        UUID duplicate = citizenWrites();

        Future<UUID> linking = transaction.execute(status -> {
            answered(parent);
            Future<UUID> other = clerks.submit(() -> link(duplicate, parent));
            untilStuckOrDone(other);
            return other;
        });
        linking.get(30, TimeUnit.SECONDS);

        duplicates.wakeAll();
        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.PUBLISHING);
    }

    @Test
    @DisplayName("как бы ни совпали двое, без ответа не остаётся ни один дубликат")
    void whateverTheOrderNoDuplicateIsLeftBehind() throws Exception {
        List<UUID> linked = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            UUID parent = toPublish();
            List<UUID> same = new ArrayList<>();
            for (int i = 0; i < DUPLICATES_A_ROUND; i++) {
                same.add(citizenWrites());
            }
            CyclicBarrier start = new CyclicBarrier(2);
            long head = TimeUnit.MILLISECONDS.toNanos(15L * round);
            List<Callable<UUID>> both = List.of(
                    () -> {
                        start.await(10, TimeUnit.SECONDS);
                        same.forEach(duplicate -> link(duplicate, parent));
                        return parent;
                    },
                    () -> {
                        start.await(10, TimeUnit.SECONDS);
                        LockSupport.parkNanos(head);
                        return answered(parent);
                    });
            for (Future<UUID> one : clerks.invokeAll(both)) {
                one.get(30, TimeUnit.SECONDS);
            }
            linked.addAll(same);
        }

        duplicates.wakeAll();
        assertThat(linked).extracting(facts::status).containsOnly(MessageStatus.PUBLISHING);
    }

    /** A message whose approved answer only waits to be published. */
    private UUID toPublish() {
        UUID message = staff.register(
                handedOver(Channel.VK, "На улице Ленина, 15 яма на дороге", EntryStep.PUBLISH, ANSWER, null));
        assertThat(staff.openKeys(message)).containsExactly(PUBLISH);
        return message;
    }

    private UUID answered(UUID message) {
        publish(message);
        return message;
    }

    private UUID link(UUID duplicate, UUID parent) {
        triage("im", duplicate, "duplicate", "parentNumber", facts.number(parent));
        return duplicate;
    }

    private void untilStuckOrDone(Future<?> other) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!other.isDone() && !somebodyWaitsForARow()) {
            assertThat(System.nanoTime()).as("neither stuck nor done").isLessThan(until);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    private boolean somebodyWaitsForARow() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
