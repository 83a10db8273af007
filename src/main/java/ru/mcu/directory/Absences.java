package ru.mcu.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Ids;
import ru.mcu.platform.Refused;

/** Registers who is away and says who acts for whom. */
@Service
@Transactional
public class Absences {

    private final AbsenceRepository absences;
    private final DeputyMemberships memberships;
    private final People people;
    private final JdbcClient jdbc;
    private final Clock clock;

    Absences(AbsenceRepository absences, DeputyMemberships memberships, People people, JdbcClient jdbc, Clock clock) {
        this.absences = absences;
        this.memberships = memberships;
        this.people = people;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Records an absence; the deputy gets groups and tasks within a minute of its beginning.
     *
     * @param by user id of who registers it
     * @throws Refused when dates, people or other absences do not allow it
     */
    public Absence register(NewAbsence request, String by) {
        known(request.userId(), "userId");
        known(request.deputyId(), "deputyId");
        oneAtATime();
        Instant now = clock.instant();
        List<Absence> touching =
                absences.touching(request.userId(), request.deputyId(), request.startsAt(), request.endsAt());
        AbsenceRules.check(request, touching, now);
        return absences.save(new Absence(Ids.next(), request, by, now));
    }

    /**
     * Drops a planned absence or ends a running one; then the work goes back within a minute.
     *
     * @throws Refused when there is no such absence or it is over
     */
    public Absence cancel(UUID id, String by) {
        Absence absence = absences.findById(id)
                .orElseThrow(
                        () -> Refused.missing("Нет такого отсутствия", "Обновите страницу: запись могли удалить."));
        absence.cancel(by, clock.instant());
        return absence;
    }

    /** The absence the user is on at this moment. */
    @Transactional(readOnly = true)
    public Optional<Absence> activeFor(String userId) {
        return absences.current(userId, clock.instant());
    }

    /** Absences by start, newest first; {@code page} counts from 0. */
    @Transactional(readOnly = true)
    public Page<Absence> list(int page, int size) {
        return absences.findAll(PageRequest.of(page, size, Sort.by(Sort.Order.desc("startsAt"), Sort.Order.asc("id"))));
    }

    /** Who should get new work meant for the user: himself, or his deputy while he is away. */
    @Transactional(readOnly = true)
    public String effectiveAssignee(String userId) {
        return activeFor(userId).map(Absence::deputyId).orElse(userId);
    }

    /**
     * For whom the actor acts when his right comes from these groups: empty when he is in one of them himself.
     *
     * @param groupIds the groups that may do what he does, e.g. a task's candidate groups
     */
    @Transactional(readOnly = true)
    public Optional<String> onBehalfOf(String actorId, Collection<String> groupIds) {
        if (groupIds.isEmpty()) {
            return Optional.empty();
        }
        List<String> lenders = memberships.lenders(actorId, groupIds);
        if (lenders.isEmpty()) {
            return Optional.empty();
        }
        Set<String> lent = memberships.lentTo(actorId);
        boolean ownRight =
                people.groupsOf(actorId).stream().anyMatch(group -> groupIds.contains(group) && !lent.contains(group));
        return ownRight ? Optional.empty() : Optional.of(lenders.get(0));
    }

    /**
     * For whom the user stands in at this moment, the longest absent first; coarser than {@link #onBehalfOf(String,
     * Collection)}, since it does not tell what the user does in his own right.
     */
    @Transactional(readOnly = true)
    public Optional<String> onBehalfOf(String actorId) {
        return absences.deputisedBy(actorId, clock.instant()).stream().findFirst();
    }

    private void known(String userId, String field) {
        if (people.fullName(userId).isEmpty()) {
            String text = "Такого сотрудника нет: выберите из списка.";
            throw Refused.invalid("Отсутствие не записано", text, new FieldError(field, text));
        }
    }

    /** Two people registering at once must see each other's rows; it happens a few times a day, so one lock serves all. */
    private void oneAtATime() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('mcu.absence', 0))")
                .query((row, n) -> n)
                .single();
    }
}
