package ru.mcu.survey.process;

import static ru.mcu.platform.task.ProcessVariable.flag;
import static ru.mcu.platform.task.ProcessVariable.text;

import ru.mcu.platform.task.ProcessVariable;

/** The variables of the survey's process, every name once. */
final class SurveyVariables {

    static final ProcessVariable<String> SURVEY_ID = text("surveyId");
    static final ProcessVariable<String> SURVEY_ROUTE = text("surveyRoute");
    static final ProcessVariable<String> PUBLICATION_ID = text("publicationId");
    static final ProcessVariable<Boolean> SATISFIED = flag("satisfied");

    private SurveyVariables() {}
}
