package ru.mcu.platform.engine;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import ru.mcu.platform.StepClock;

/**
 * Understands the timer cycle {@code STEP:<id>}: the next moment comes from the {@link StepClock}, so that pauses, new
 * norms and a new priority move the timer. Any other cycle is the engine's.
 *
 * <p>The engine asks in two ways (7.24, {@code TimerDeclarationImpl} and {@code TimerEntity}). Creating or recalculating
 * a job it takes whatever comes as due date, and null there means "at once, for ever"; so with nothing to watch the job
 * sleeps until {@link #NEVER}. After a job has fired it asks with three arguments, and null means "no further job".
 */
class StepCycleCalendar extends CycleBusinessCalendar {

    static final String PREFIX = "STEP:";

    /** Far beyond any deadline, yet a date PostgreSQL and the web applications can show. */
    static final Date NEVER = Date.from(Instant.parse("2999-12-31T00:00:00Z"));

    private final ObjectProvider<StepClock> clock;

    StepCycleCalendar(ObjectProvider<StepClock> clock) {
        this.clock = clock;
    }

    @Override
    public Date resolveDuedate(String cycle, @Nullable Date start) {
        if (!isStep(cycle)) {
            return super.resolveDuedate(cycle, start);
        }
        Date next = next(cycle, start);
        return next == null ? NEVER : next;
    }

    @Override
    public @Nullable Date resolveDuedate(String cycle, @Nullable Date start, long offset) {
        return isStep(cycle) ? next(cycle, start) : super.resolveDuedate(cycle, start, offset);
    }

    private static boolean isStep(@Nullable String cycle) {
        return cycle != null && cycle.startsWith(PREFIX);
    }

    private @Nullable Date next(String cycle, @Nullable Date start) {
        StepClock found = clock.getIfAvailable();
        if (found == null) {
            throw new ProcessEngineException("no StepClock bean answers the timer cycle " + cycle);
        }
        return found.nextAttention(
                cycle.substring(PREFIX.length()), start == null ? ClockUtil.getCurrentTime() : start);
    }
}
