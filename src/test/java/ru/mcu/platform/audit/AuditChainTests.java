package ru.mcu.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.WholeApplication;

/** Whoever rules the database may switch its triggers off; the tests do so in transactions that are rolled back. */
@WholeApplication
@DisplayName("Цепочка журнала действий")
class AuditChainTests {

    @Autowired
    AuditTrail audit;

    @Autowired
    AuditSealer sealer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    private final UUID subject = UUID.randomUUID();
    private AuditHead head;

    /** The place of the first of six entries. */
    private long first;

    @BeforeEach
    void sixSealedEntries() {
        sealer.seal();
        first = AuditHead.of(jdbc).no() + 1;
        for (int i = 0; i < 6; i++) {
            audit.record(subject, "Проба " + i, "im", null, Map.of("i", i));
        }
        assertThat(sealer.seal()).isEqualTo(6);
        head = AuditHead.of(jdbc);
        assertThat(head.no()).isEqualTo(first + 5);
        assertThat(verifier().verify(head).breaks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject_id = gen_random_uuid()",
                "at = at + interval '1 microsecond'",
                "actor = 'pos'",
                "on_behalf_of = ''",
                "action = action || ' '",
                "reason = ''",
                "details = '{\"i\": 9}'",
                "client = '10.0.0.1'",
                "sensitive = true",
                "once_key = 'x'",
                "id = default",
                "seal_hash = md5('x') || md5('y')"
            })
    @DisplayName("изменение любого столбца видно, и видно где")
    void aChangeShows(String change) {
        AuditReport report =
                tampered(() -> run("update mcu.audit_entry set " + change + " where seal_no = :a", first + 2, 0));
        assertThat(report.intact()).isFalse();
        assertThat(report.breaks().get(0).no()).isEqualTo(first + 2);
    }

    @Test
    @DisplayName("удаление видно: одной записи и нескольких")
    void aDeletionShows() {
        AuditReport one = tampered(() -> run("delete from mcu.audit_entry where seal_no = :a", first + 2, 0));
        assertThat(one.breaks()).containsExactly(new AuditReport.Break(first + 2, "запись удалена"));
        AuditReport three = tampered(
                () -> run("delete from mcu.audit_entry where seal_no between :a and :b", first + 1, first + 3));
        assertThat(three.breaks())
                .containsExactly(new AuditReport.Break(
                        first + 1, "удалены записи с места " + (first + 1) + " по " + (first + 3)));
    }

    @Test
    @DisplayName("вырезанная середина видна, даже если остальное перенумеровали")
    void aClosedGapShows() {
        AuditReport report = tampered(() -> {
            run("delete from mcu.audit_entry where seal_no between :a and :b", first + 1, first + 2);
            run("update mcu.audit_entry set seal_no = seal_no - 2 where seal_no > :a", first + 2, 0);
        });
        assertThat(report.breaks().get(0).no()).isEqualTo(first + 1);
    }

    @Test
    @DisplayName("вставленная запись видна, даже с правильным хешем")
    void anInsertionShows() {
        AuditReport report = tampered(() -> {
            run("update mcu.audit_entry set seal_no = -seal_no - 1 where seal_no >= :a", first + 2, 0);
            run("update mcu.audit_entry set seal_no = -seal_no where seal_no < 0", 0, 0);
            audit.record(subject, "Подделка", "im", null, Map.of());
            SealedRow forged = jdbc.sql("select " + SealedRow.COLUMNS
                            + " from mcu.audit_entry where subject_id = :id and seal_no is null")
                    .param("id", subject)
                    .query(SealedRow::of)
                    .single();
            String previous = jdbc.sql("select seal_hash from mcu.audit_entry where seal_no = :no")
                    .param("no", first + 1)
                    .query(String.class)
                    .single();
            jdbc.sql("update mcu.audit_entry set seal_no = :no, seal_hash = :hash where id = :id")
                    .param("no", first + 2)
                    .param("hash", forged.hashAt(first + 2, previous))
                    .param("id", forged.id())
                    .update();
        });
        assertThat(report.breaks().get(0).no()).isEqualTo(first + 3);
    }

    @Test
    @DisplayName("перестановка двух записей видна")
    void aSwapShows() {
        AuditReport report = tampered(() -> {
            run("update mcu.audit_entry set seal_no = -1 where seal_no = :a", first + 1, 0);
            run("update mcu.audit_entry set seal_no = :b where seal_no = :a", first + 3, first + 1);
            run("update mcu.audit_entry set seal_no = :a where seal_no = -1", first + 3, 0);
        });
        assertThat(report.breaks()).extracting(AuditReport.Break::no).contains(first + 1, first + 3);
    }

    @Test
    @DisplayName("отрезанный конец и переписанная цепочка видны по звену, записанному раньше")
    void theHeadInTheLogShowsWhatTheChainDoesNot() {
        tampered(() -> {
            run("delete from mcu.audit_entry where seal_no > :a", head.no() - 2, 0);
            assertThat(verifier().verify(AuditHead.NONE).intact()).isTrue();
            assertThat(verifier().verify(head).breaks())
                    .containsExactly(new AuditReport.Break(
                            head.no() - 1, "конец цепочки отрезан: раньше в ней было мест " + head.no()));
        });
        tampered(() -> {
            AuditVerifier remembers = verifier();
            assertThat(remembers.verify().intact()).isTrue();
            run("update mcu.audit_entry set seal_no = null, seal_hash = null where true", 0, 0);
            run("update mcu.audit_entry set actor = 'pos' where subject_id = '" + subject + "'", 0, 0);
            while (sealer.batch() > 0) {
                assertThat(verifier().verify(AuditHead.NONE).intact()).isTrue();
            }
            assertThat(verifier().verify(head).intact()).isFalse();
            assertThat(remembers.verify().intact())
                    .as("the node knows the head of its last check")
                    .isFalse();
        });
    }

    @Test
    @DisplayName("запись, чья транзакция завершилась поздно, получает место позже, и цепочка цела")
    void aLateCommitIsSealedLater() {
        UUID late = UUID.randomUUID();
        UUID quick = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            audit.record(late, "Поздняя", "im", null, Map.of());
            CompletableFuture.runAsync(() -> {
                        audit.record(quick, "Быстрая", "im", null, Map.of());
                        assertThat(sealer.seal()).isEqualTo(1);
                    })
                    .join();
        });
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(column("id", late)).isLessThan(column("id", quick));
        assertThat(column("seal_no", late)).isEqualTo(column("seal_no", quick) + 1);
        assertThat(verifier().verify(head).breaks()).isEmpty();
    }

    @Test
    @DisplayName("два узла сразу: пока один печатает, другой не начинает; без замка второй отступает")
    void twoSealersAtOnce() {
        audit.record(subject, "Для двоих", "im", null, Map.of());
        CompletableFuture<Integer> second = transaction.execute(status -> {
            assertThat(sealer.batch()).isEqualTo(1);
            CompletableFuture<Integer> other =
                    CompletableFuture.supplyAsync(() -> transaction.execute(it -> sealer.batch()));
            await().until(() -> jdbc.sql(
                                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%unnest%'")
                            .query(Long.class)
                            .single()
                    > 0);
            return other;
        });
        assertThatThrownBy(second::join).hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(verifier().verify(head).breaks()).isEmpty();

        for (int i = 0; i < 20; i++) {
            audit.record(subject, "Для двоих", "im", null, Map.of());
        }
        CompletableFuture<Integer> left = CompletableFuture.supplyAsync(sealer::seal);
        CompletableFuture<Integer> right = CompletableFuture.supplyAsync(sealer::seal);
        assertThat(left.join() + right.join()).isEqualTo(20);
        assertThat(verifier().verify(head).breaks()).isEmpty();
    }

    @Test
    @DisplayName("узел умер посреди работы: записи достаются следующему")
    void aSealerThatDiesLeavesNothingHalf() {
        audit.record(subject, "До отказа", "im", null, Map.of());
        transaction.executeWithoutResult(status -> {
            assertThat(sealer.batch()).isEqualTo(1);
            status.setRollbackOnly();
        });
        AuditReport between = verifier().verify(head);
        assertThat(between.intact()).isTrue();
        assertThat(between.unsealed()).isEqualTo(1);
        assertThat(between.oldestUnsealed()).isNotNull();
        assertThat(sealer.seal()).isEqualTo(1);
        assertThat(verifier().verify(head).unsealed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update mcu.audit_entry set action = 'x' where seal_no = 1",
                "update mcu.audit_entry set seal_no = null, seal_hash = null where seal_no = 1",
                "update mcu.audit_entry set seal_hash = repeat('0', 64) where seal_no = 1",
                "update mcu.audit_entry set seal_no = 999999999, seal_hash = 'x', action = 'x' where seal_no is null",
                "update mcu.audit_entry set action = 'x' where seal_no is null",
                "delete from mcu.audit_entry where seal_no = 1",
                "delete from mcu.audit_entry where seal_no is null",
                "truncate mcu.audit_entry",
                "insert into mcu.audit_entry (subject_id, at, actor, action, seal_no, seal_hash)"
                        + " values (gen_random_uuid(), now(), 'im', 'x', 999999999, 'x')"
            })
    @DisplayName("база не даёт менять и удалять записи")
    void theTriggersRefuse(String sql) {
        audit.record(subject, "Не в цепочке", "im", null, Map.of());
        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("append-only");
    }

    @Test
    @DisplayName("команда: 0 – цела, 1 – нарушена")
    void theCommandTellsByItsCode() {
        assertThat(new AuditVerifyCommand(verifier(), context, "").check()).isZero();
        assertThat(new AuditVerifyCommand(verifier(), context, head.toString()).check())
                .isZero();
        assertThat(new AuditVerifyCommand(verifier(), context, head.no() + ":" + "0".repeat(64)).check())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("частые поиски идут по индексам")
    void searchesUseIndices() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("""
                    insert into mcu.audit_entry (subject_id, at, actor, action, sensitive)
                    select gen_random_uuid(), timestamptz '2024-01-01' + i * interval '1 minute', 'user' || i % 300,
                        'Проба', i % 200 = 0 from generate_series(1, 60000) i""").update();
            jdbc.sql("analyze mcu.audit_entry").update();
            String order = " order by at desc, id desc limit 50";
            assertThat(plan("where true" + order)).contains("audit_entry_time");
            assertThat(plan("where at >= timestamptz '2024-01-05' and at < timestamptz '2024-01-06'" + order))
                    .contains("audit_entry_time");
            assertThat(plan("where actor = 'user7'" + order)).contains("audit_entry_actor");
            assertThat(plan("where sensitive" + order)).contains("audit_entry_look");
            assertThat(plan("where subject_id = '" + subject + "'" + order)).contains("audit_entry_subject");
        });
    }

    private String plan(String where) {
        return String.join(
                "\n",
                jdbc.sql("explain select * from mcu.audit_entry " + where)
                        .query(String.class)
                        .list());
    }

    private AuditReport tampered(Runnable attack) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            jdbc.sql("set local session_replication_role = replica").update();
            attack.run();
            return verifier().verify(AuditHead.NONE);
        });
    }

    /** One that remembers nothing. */
    private AuditVerifier verifier() {
        return new AuditVerifier(jdbc, clock);
    }

    private void run(String sql, long a, long b) {
        assertThat(jdbc.sql(sql).params(Map.of("a", a, "b", b)).update()).isPositive();
    }

    private long column(String name, UUID of) {
        return jdbc.sql("select " + name + " from mcu.audit_entry where subject_id = :id")
                .param("id", of)
                .query(Long.class)
                .single();
    }
}
