package ru.mcu.survey.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mcu.message.Oversight;
import ru.mcu.platform.engine.EngineAccess;
import ru.mcu.survey.SurveyAnswered;

/** Carries the author's mark into the waiting process and onto the card. */
@Component
class SurveyBridge {

    private static final int LOW_MARK = 2;

    private final RuntimeService runtime;
    private final Oversight oversight;
    private final EngineAccess engine;

    SurveyBridge(RuntimeService runtime, Oversight oversight, EngineAccess engine) {
        this.runtime = runtime;
        this.oversight = oversight;
        this.engine = engine;
    }

    @EventListener
    void on(SurveyAnswered answered) {
        oversight.recordMark(answered.messageId(), answered.mark());
        engine.asSystem(() -> runtime.createMessageCorrelation("surveyAnswered")
                .processInstanceBusinessKey(answered.messageId().toString())
                .setVariable(SurveyVariables.SATISFIED.name(), isSatisfied(answered.mark(), answered.solved()))
                .correlateAllWithResult());
    }

    /** A mark of 1 or 2, or «не решено», goes to the analyst. */
    static boolean isSatisfied(int mark, boolean solved) {
        return mark > LOW_MARK && solved;
    }
}
