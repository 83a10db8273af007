package ru.mcu.directory;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;

interface AbsenceRepository extends JpaRepository<Absence, UUID> {

    @Query("select a from Absence a where a.finishedAt is null and a.startsAt < :to and a.endsAt > :from"
            + " and (a.userId in (:userId, :deputyId) or a.deputyId = :userId)")
    List<Absence> touching(String userId, String deputyId, Instant from, Instant to);

    @Query("select a from Absence a where a.userId = :userId and a.finishedAt is null"
            + " and a.startsAt <= :now and a.endsAt > :now")
    Optional<Absence> current(String userId, Instant now);

    @Query("select a.userId from Absence a where a.deputyId = :deputyId and a.finishedAt is null"
            + " and a.startsAt <= :now and a.endsAt > :now order by a.startsAt")
    List<String> deputisedBy(String deputyId, Instant now);

    @Query("select a.id from Absence a where a.finishedAt is null and a.endsAt <= :now order by a.endsAt")
    List<UUID> dueToFinish(Instant now);

    @Query("select a.id from Absence a where a.finishedAt is null and a.activatedAt is null"
            + " and a.startsAt <= :now and a.endsAt > :now order by a.startsAt")
    List<UUID> dueToStart(Instant now);

    /** Empty when another node works on the row: the timeout -2 is Hibernate's word for SKIP LOCKED. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
    @Query("select a from Absence a where a.id = :id")
    Optional<Absence> lockUnlessTaken(UUID id);
}
