package ru.mcu.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All rows of {@link StepDeadline}. */
interface StepDeadlineRows extends Repository<StepDeadline, UUID> {

    StepDeadline save(StepDeadline row);

    Optional<StepDeadline> findById(UUID id);

    Optional<StepDeadline> findByProcessInstanceIdAndActivityIdAndClosedAtIsNull(
            String processInstanceId, String activityId);

    List<StepDeadline> findByProcessInstanceIdAndClosedAtIsNull(String processInstanceId);

    List<StepDeadline> findByMessageIdAndClosedAtIsNullOrderByDueAt(UUID messageId);

    List<StepDeadline> findByMessageIdOrderByStartedAt(UUID messageId);

    /** Oldest first: ids are ordered by time. */
    List<StepDeadline> findByMessageIdOrderById(UUID messageId);

    Optional<StepDeadline> findByTaskIdAndClosedAtIsNull(String taskId);

    @Query("select distinct s.messageId from StepDeadline s where s.closedAt is null"
            + " and (s.provisional = true or (s.dueAt >= :from and s.dueAt < :to))")
    List<UUID> openBetween(Instant from, Instant to);

    @Query("select distinct s.messageId from StepDeadline s where s.closedAt is null and s.provisional = true")
    List<UUID> provisional();
}
