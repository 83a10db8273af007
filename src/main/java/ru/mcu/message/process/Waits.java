package ru.mcu.message.process;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import ru.mcu.message.Deadlines;
import ru.mcu.message.Publications;
import ru.mcu.platform.BpmnBean;

/** Until when the models wait; every length is a norm. */
@BpmnBean("waits")
public class Waits {

    private static final BigDecimal TWICE = BigDecimal.valueOf(2);

    private final Deadlines deadlines;
    private final Publications publications;
    private final Clock clock;

    Waits(Deadlines deadlines, Publications publications, Clock clock) {
        this.deadlines = deadlines;
        this.publications = publications;
        this.clock = clock;
    }

    /** Then work goes on without the author's answer. */
    public Date clarificationEnds(DelegateExecution execution) {
        return Date.from(deadlines.moment(MessageIds.of(execution), "clarification", BigDecimal.ONE));
    }

    /** Twice the norm of the ЦУР: then the head decides. */
    public Date curSilenceEnds(DelegateExecution execution) {
        return Date.from(deadlines.moment(MessageIds.of(execution), "cur", TWICE));
    }

    /** The end of the day that an answer promised. */
    public Date promiseDue(DelegateExecution execution) {
        UUID message = MessageIds.of(execution);
        Instant due = publications.promisedOn(message).map(deadlines::endOfDay).orElseGet(clock::instant);
        return Date.from(due);
    }
}
