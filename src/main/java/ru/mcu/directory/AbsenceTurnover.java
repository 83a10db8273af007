package ru.mcu.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands work over when an absence begins and back when it ends; several nodes may run it, each row is taken by one. */
@Component
class AbsenceTurnover {

    /** Rights over the system itself do not pass to a deputy. */
    static final Set<String> NOT_INHERITED = Set.of(Role.ADMIN.code(), Role.INTEGRATION.code(), "camunda-admin");

    private static final Logger log = LoggerFactory.getLogger(AbsenceTurnover.class);

    private final AbsenceRepository absences;
    private final DeputyMemberships memberships;
    private final People people;
    private final WorkHandover work;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AbsenceTurnover(
            AbsenceRepository absences,
            DeputyMemberships memberships,
            People people,
            WorkHandover work,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.absences = absences;
        this.memberships = memberships;
        this.people = people;
        this.work = work;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Ends first, so that somebody back at noon may be a deputy from noon; a failed row is tried again next time. */
    @Scheduled(
            initialDelayString = "${mcu.absence.check-every:PT1M}",
            fixedDelayString = "${mcu.absence.check-every:PT1M}")
    void run() {
        Instant now = clock.instant();
        absences.dueToFinish(now).forEach(id -> inTransaction(id, now));
        absences.dueToStart(now).forEach(id -> inTransaction(id, now));
    }

    private void inTransaction(UUID id, Instant now) {
        try {
            transaction.executeWithoutResult(
                    status -> absences.lockUnlessTaken(id).ifPresent(absence -> turn(absence, now)));
        } catch (RuntimeException failure) {
            log.error("Absence {} could not be turned over, will be tried again", id, failure);
        }
    }

    private void turn(Absence absence, Instant now) {
        if (absence.dueToStart(now)) {
            start(absence);
            absence.activate(now);
        } else if (absence.dueToFinish(now)) {
            if (absence.activated()) {
                finish(absence);
            }
            absence.finish(now);
        }
    }

    private void start(Absence absence) {
        if (work.canChangeGroups()) {
            lendGroups(absence);
        }
        int tasks = work.handOver(absence.userId(), absence.deputyId());
        log.info("Absence {} began, {} tasks handed over", absence.id(), tasks);
    }

    private void lendGroups(Absence absence) {
        Collection<String> has = people.groupsOf(absence.deputyId());
        Set<String> lent = memberships.lentTo(absence.deputyId());
        Set<String> needed = new TreeSet<>(people.groupsOf(absence.userId()));
        needed.removeAll(NOT_INHERITED);
        needed.removeIf(group -> has.contains(group) && !lent.contains(group));
        Set<String> missing = new HashSet<>(needed);
        missing.removeAll(has);
        needed.forEach(group -> memberships.add(absence.id(), absence.deputyId(), group));
        work.join(absence.deputyId(), missing);
    }

    private void finish(Absence absence) {
        List<String> groups = memberships.end(absence.id());
        if (work.canChangeGroups()) {
            work.leave(absence.deputyId(), groups);
        }
        int tasks = work.takeBack(absence.userId(), absence.deputyId());
        log.info("Absence {} ended, {} tasks came back", absence.id(), tasks);
    }
}
