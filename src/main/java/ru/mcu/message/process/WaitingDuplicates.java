package ru.mcu.message.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.mcu.message.Publications;
import ru.mcu.message.Triage;

/**
 * Lets duplicates go on when their main message is answered or closed. The wish is written down with the decision and
 * carried out a few at a time, so that a hundred duplicates do not hang on one click.
 */
@Component
class WaitingDuplicates {

    private static final Logger log = LoggerFactory.getLogger(WaitingDuplicates.class);
    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final Publications publications;
    private final Triage triage;
    private final RuntimeService runtime;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WaitingDuplicates(
            JdbcClient jdbc,
            Publications publications,
            Triage triage,
            RuntimeService runtime,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.publications = publications;
        this.triage = triage;
        this.runtime = runtime;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Notes that a message got its end, if anything waits for it; holds its row, so that no duplicate slips by. */
    void wake(UUID parent) {
        jdbc.sql("select 1 from mcu.message where id = :id for update")
                .param("id", parent)
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into mcu.resolved_parent (message_id, resolved_at)
                select :id, :now where exists (select 1 from mcu.message where parent_id = :id)
                on conflict do nothing""")
                .param("id", parent)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    @Scheduled(fixedDelayString = "${mcu.duplicates.poll:2s}")
    void poll() {
        wakeAll();
    }

    /** Wakes everything that waits; returns how many went on. */
    int wakeAll() {
        int woken = 0;
        for (Integer batch = wakeSome(); batch != null; batch = wakeSome()) {
            woken += batch;
        }
        return woken;
    }

    /** Wakes one batch of one parent's duplicates; null when nothing is left to do. */
    private @org.jspecify.annotations.Nullable Integer wakeSome() {
        return transaction.execute(status -> {
            UUID parent = jdbc.sql(
                            "select message_id from mcu.resolved_parent order by resolved_at limit 1 for update skip locked")
                    .query(UUID.class)
                    .optional()
                    .orElse(null);
            if (parent == null) {
                return null;
            }
            List<UUID> waiting = publications.waitingFor(parent, AT_ONCE);
            boolean answered = publications.answerText(parent).isPresent();
            int woken = 0;
            for (UUID duplicate : waiting) {
                woken += wake(duplicate, answered) ? 1 : 0;
            }
            if (woken < AT_ONCE) {
                jdbc.sql("delete from mcu.resolved_parent where message_id = :id")
                        .param("id", parent)
                        .update();
            }
            return woken;
        });
    }

    private boolean wake(UUID duplicate, boolean answered) {
        if (!answered) {
            triage.unlinkDuplicate(duplicate);
        }
        List<MessageCorrelationResult> results = runtime.createMessageCorrelation("parentResolved")
                .processInstanceBusinessKey(duplicate.toString())
                .setVariable(MessageVariables.PARENT_ANSWERED.name(), answered)
                .correlateAllWithResult();
        if (results.isEmpty()) {
            log.warn("duplicate {} does not wait for its main message", duplicate);
        }
        return !results.isEmpty();
    }
}
