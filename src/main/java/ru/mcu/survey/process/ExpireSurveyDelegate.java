package ru.mcu.survey.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.platform.BpmnBean;
import ru.mcu.survey.Surveys;

/** Closes a survey that nobody answered in time. */
@BpmnBean("expireSurvey")
class ExpireSurveyDelegate implements JavaDelegate {

    private final Surveys surveys;

    ExpireSurveyDelegate(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        surveys.expire(UUID.fromString(SurveyVariables.SURVEY_ID.get(execution)));
    }
}
