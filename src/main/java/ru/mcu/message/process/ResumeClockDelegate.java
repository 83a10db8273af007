package ru.mcu.message.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Deadlines;
import ru.mcu.platform.BpmnBean;

/** Lets the clock go on: the author answered or his time is up. */
@BpmnBean("resumeClock")
class ResumeClockDelegate implements JavaDelegate {

    private final Deadlines deadlines;
    private final RunningTimers timers;

    ResumeClockDelegate(Deadlines deadlines, RunningTimers timers) {
        this.deadlines = deadlines;
        this.timers = timers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        timers.follow(deadlines.resume(MessageIds.of(execution)));
    }
}
