package ru.mcu.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.calendar.Deadline;
import ru.mcu.calendar.Norm;
import ru.mcu.calendar.NormUnit;
import ru.mcu.calendar.Pause;
import ru.mcu.calendar.WorkingCalendar;
import ru.mcu.platform.PerTransaction;
import ru.mcu.platform.audit.AuditTrail;

/** Computes and keeps the deadlines of messages and their steps, with the reason for each date. */
@Service
@Transactional
public class Deadlines {

    private static final BigDecimal CRITICAL_FACTOR = new BigDecimal("1.5");

    private final StepDeadlineRows rows;
    private final ClockPauses pauses;
    private final Messages messages;
    private final NormTable norms;
    private final DraftTerms draftTerms;
    private final WorkingCalendar calendar;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;
    private final PerTransaction<OpenStep, StepDeadline> openSteps = new PerTransaction<>();

    Deadlines(
            StepDeadlineRows rows,
            ClockPauses pauses,
            Messages messages,
            NormTable norms,
            DraftTerms draftTerms,
            WorkingCalendar calendar,
            AuditTrail audit,
            ObjectMapper json,
            Clock clock) {
        this.rows = rows;
        this.pauses = pauses;
        this.messages = messages;
        this.norms = norms;
        this.draftTerms = draftTerms;
        this.calendar = calendar;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /** The whole term of a message, from registration; a date another system already promised wins. */
    void setTotal(Message message) {
        setTotal(message, pausesOf(message.id));
    }

    /** The whole term of a message that is being registered, so that its clock has never stood. */
    void setFirstTotal(Message message) {
        setTotal(message, List.of());
    }

    private void setTotal(Message message, List<Pause> stood) {
        if (message.plannedAt != null) {
            message.due(message.plannedAt, false, write(List.of("Срок назначен в системе-источнике.")));
            return;
        }
        StepNorm norm = norm(message, "total");
        Deadline total = calendar.deadline(message.registeredAt, norm.norm(), stood);
        message.due(total.at(), total.provisional(), write(why(total, norm)));
    }

    /** The open deadline of a step, made on first sight. */
    public UUID open(UUID messageId, String processInstanceId, String activityId, String step) {
        return openRow(messageId, processInstanceId, activityId, step).id;
    }

    /** When the step must be done. */
    public Instant dueAt(UUID messageId, String processInstanceId, String activityId, String step) {
        return openRow(messageId, processInstanceId, activityId, step).dueAt;
    }

    private StepDeadline openRow(UUID messageId, String processInstanceId, String activityId, String step) {
        return openSteps.get(new OpenStep(processInstanceId, activityId), key -> find(key)
                .orElseGet(() -> create(messageId, processInstanceId, activityId, step)));
    }

    private StepDeadline create(UUID messageId, String processInstanceId, String activityId, String step) {
        StepDeadline row = new StepDeadline();
        row.messageId = messageId;
        row.processInstanceId = processInstanceId;
        row.activityId = activityId;
        Message message = message(messageId);
        row.step = draftTerms.normOf(message, step);
        row.startedAt = clock.instant();
        compute(row, message);
        return rows.save(row);
    }

    private void compute(StepDeadline row, Message message) {
        StepNorm norm = norm(message, draftTerms.normOf(message, row.step));
        List<Pause> stood = pausesOf(message.id);
        Deadline deadline = calendar.deadline(row.startedAt, norm.norm(), stood);
        Instant critical = calendar.deadline(row.startedAt, norm.norm().times(CRITICAL_FACTOR), stood)
                .at();
        List<String> why = new ArrayList<>(why(deadline, norm));
        Instant due = deadline.at();
        LocalDate promised = draftTerms.finalAnswerOn(message, row.step).orElse(null);
        if (promised != null) {
            why.clear();
            why.add("Окончательный ответ обещан автору в промежуточном: до конца дня "
                    + promised.format(DateTimeFormatter.ofPattern("dd.MM.yyyy")) + ".");
            why.add("Основание: " + norm.source() + ".");
            critical = critical.plus(Duration.between(due, endOfDay(promised)));
            due = endOfDay(promised);
        }
        if (message.plannedAt != null && message.plannedAt.isBefore(due) && message.plannedAt.isAfter(row.startedAt)) {
            why.add("Не позже общего срока, назначенного в системе-источнике.");
            critical = critical.minus(Duration.between(message.plannedAt, due));
            due = message.plannedAt;
        }
        Instant warning = calendar.warningTime(due);
        row.normAmount = norm.norm().amount();
        row.normUnit = norm.norm().unit().russianName();
        row.normSource = norm.source();
        row.dueAt = due;
        row.warnAt = warning.isAfter(row.startedAt) && warning.isBefore(due) ? warning : null;
        row.escalateAt = critical.isAfter(due) ? critical : due.plus(Duration.ofHours(1));
        row.provisional = deadline.provisional();
        row.why = write(why);
    }

    /** Ties the open step to the engine's task, so that the card finds it. */
    public void bind(String processInstanceId, String activityId, String taskId) {
        known(new OpenStep(processInstanceId, activityId)).ifPresent(row -> row.taskId = taskId);
    }

    /** The step is done (or no longer needed). */
    public void close(String processInstanceId, String activityId, String by) {
        OpenStep key = new OpenStep(processInstanceId, activityId);
        known(key).ifPresent(row -> {
            row.closedAt = clock.instant();
            row.closedBy = by;
            openSteps.forget(key);
        });
    }

    private Optional<StepDeadline> known(OpenStep key) {
        return openSteps.peek(key).or(() -> find(key));
    }

    private Optional<StepDeadline> find(OpenStep key) {
        return rows.findByProcessInstanceIdAndActivityIdAndClosedAtIsNull(key.processInstanceId(), key.activityId());
    }

    private record OpenStep(String processInstanceId, String activityId) {}

    /** The next moment after {@code after} at which somebody must be told of this deadline; null when never. */
    @Transactional(readOnly = true)
    public @Nullable Instant nextAttention(UUID stepDeadlineId, Instant after) {
        return rows.findById(stepDeadlineId)
                .filter(row -> row.closedAt == null)
                .map(row -> row.nextAttention(after))
                .orElse(null);
    }

    /** Steps of a process instance that came due and of which nobody has been told yet; marks them as told. */
    public List<StepAttention> takeDueAttention(String processInstanceId) {
        Instant now = clock.instant();
        List<StepAttention> due = new ArrayList<>();
        for (StepDeadline row : rows.findByProcessInstanceIdAndClosedAtIsNull(processInstanceId)) {
            DeadlineEvent event = row.dueEvent(now);
            if (event != null) {
                row.told(event, now);
                due.add(new StepAttention(row.messageId, row.activityId, row.taskId, row.step, event));
            }
        }
        return due;
    }

    /** Records that somebody was told (Ставрополь III.9.6, Рубцовск 2.2.8.3). */
    public void recordTold(StepAttention attention, String told) {
        audit.record(
                attention.messageId(),
                attention.event().title(),
                "system",
                told,
                Map.of("step", attention.step(), "event", attention.event().code()));
    }

    /** The clock stands from now on. */
    public void pause(UUID messageId, String reason) {
        if (pauses.findByMessageIdAndEndsAtIsNull(messageId).isPresent()) {
            return;
        }
        ClockPause pause = new ClockPause();
        pause.messageId = messageId;
        pause.reason = reason;
        pause.startsAt = clock.instant();
        pauses.save(pause);
        audit.record(messageId, "Срок остановлен", "system", reason, Map.of());
    }

    /** The clock goes on; returns the steps whose dates moved. */
    public List<MovedStep> resume(UUID messageId) {
        pauses.findByMessageIdAndEndsAtIsNull(messageId).ifPresent(pause -> pause.endsAt = clock.instant());
        return recompute(messageId, "Срок возобновлён");
    }

    /** Computes all open dates of a message anew; returns the steps whose dates moved. */
    public List<MovedStep> recompute(UUID messageId, String reason) {
        Message message = message(messageId);
        Instant before = message.dueAt;
        setTotal(message);
        List<MovedStep> moved = new ArrayList<>();
        for (StepDeadline row : rows.findByMessageIdAndClosedAtIsNullOrderByDueAt(messageId)) {
            Instant old = row.dueAt;
            compute(row, message);
            if (!old.equals(row.dueAt)) {
                moved.add(new MovedStep(row.processInstanceId, row.activityId, row.taskId, row.dueAt, nextMoment(row)));
            }
        }
        if (!moved.isEmpty() || !java.util.Objects.equals(before, message.dueAt)) {
            audit.record(messageId, "Сроки пересчитаны", "system", reason, Map.of("steps", moved.size()));
        }
        return moved;
    }

    private Instant nextMoment(StepDeadline row) {
        Instant now = clock.instant();
        Instant next = row.nextAttention(now);
        return next == null ? now : next;
    }

    /** Open messages whose steps run in one of the years, or were computed without its calendar. */
    @Transactional(readOnly = true)
    public List<UUID> messagesDueIn(Set<Integer> years) {
        int first = years.stream().min(Integer::compare).orElse(0);
        int last = years.stream().max(Integer::compare).orElse(0);
        return rows.openBetween(
                LocalDate.of(first, 1, 1).atStartOfDay(calendar.zone()).toInstant(),
                LocalDate.of(last + 1, 1, 1).atStartOfDay(calendar.zone()).toInstant());
    }

    /** Open messages with a date computed without the calendar of its year. */
    @Transactional(readOnly = true)
    public List<UUID> provisionalMessages() {
        return rows.provisional();
    }

    /**
     * Until when the present body may return the message as «не в компетенции» (Елизово, Саратов): counted from the
     * first draft task after the last triage.
     */
    @Transactional(readOnly = true)
    public Instant notCompetentUntil(UUID messageId) {
        Instant assigned = clock.instant();
        boolean fresh = true;
        for (StepDeadline row : rows.findByMessageIdOrderById(messageId)) {
            if (row.step.equals("assign")) {
                fresh = true;
            } else if (draftTerms.isDrafting(row.step) && fresh) {
                assigned = row.startedAt;
                fresh = false;
            }
        }
        return calendar.deadline(
                        assigned, norm(message(messageId), "notCompetent").norm(), pausesOf(messageId))
                .at();
    }

    /** A moment by a norm of this message, such as the end of waiting for the author. */
    @Transactional(readOnly = true)
    public Instant moment(UUID messageId, String step, BigDecimal factor) {
        StepNorm norm = norm(message(messageId), step);
        return calendar.deadline(clock.instant(), norm.norm().times(factor), List.of())
                .at();
    }

    /** The end of the working day on a date in the city's zone. */
    public Instant endOfDay(LocalDate date) {
        Instant startOfDay = date.atStartOfDay(calendar.zone()).toInstant();
        return calendar.deadline(
                        startOfDay.minus(Duration.ofDays(1)),
                        new Norm(BigDecimal.ONE, NormUnit.CALENDAR_DAYS),
                        List.of())
                .at();
    }

    private StepNorm norm(Message message, String step) {
        return norms.norm(message.channel(), message.priority, message.regime, step);
    }

    private Message message(UUID id) {
        return messages.findById(id).orElseThrow();
    }

    private List<Pause> pausesOf(UUID messageId) {
        return pauses.findByMessageIdOrderByStartsAt(messageId).stream()
                .map(pause -> new Pause(pause.startsAt, pause.endsAt))
                .toList();
    }

    private static List<String> why(Deadline deadline, StepNorm norm) {
        List<String> sentences = new ArrayList<>(deadline.why().sentences());
        sentences.add("Основание нормы: " + norm.source() + ".");
        return sentences;
    }

    private String write(List<String> sentences) {
        try {
            return json.writeValueAsString(sentences);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
