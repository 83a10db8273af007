package ru.mcu.survey.process;

import java.math.BigDecimal;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import ru.mcu.message.Deadlines;
import ru.mcu.platform.BpmnBean;

/** How long the survey waits; both lengths are norms. */
@BpmnBean("surveyWaits")
public class SurveyWaits {

    private final Deadlines deadlines;

    SurveyWaits(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    /** When the author is reminded. */
    public Date reminder(DelegateExecution execution) {
        return moment(execution, "surveyReminder");
    }

    /** When the survey closes. */
    public Date expiry(DelegateExecution execution) {
        return moment(execution, "surveyExpiry");
    }

    private Date moment(DelegateExecution execution, String norm) {
        UUID message = UUID.fromString(execution.getProcessBusinessKey());
        return Date.from(deadlines.moment(message, norm, BigDecimal.ONE));
    }
}
