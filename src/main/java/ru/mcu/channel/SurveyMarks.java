package ru.mcu.channel;

import org.springframework.stereotype.Component;
import ru.mcu.survey.AnswerInput;
import ru.mcu.survey.SurveyUnavailableException;
import ru.mcu.survey.Surveys;

/** Marks pressed under an invitation count like those of the survey page. */
@Component
class SurveyMarks {

    /** From this mark on the author counts his problem as solved, since a button cannot ask twice. */
    private static final int CONTENT = 4;

    private final Surveys surveys;

    SurveyMarks(Surveys surveys) {
        this.surveys = surveys;
    }

    /** False when no open survey has this token. */
    boolean take(Inbound.Mark mark) {
        try {
            surveys.answer(mark.surveyToken(), new AnswerInput(mark.mark(), mark.mark() >= CONTENT, null, null));
            return true;
        } catch (SurveyUnavailableException closed) {
            return false;
        }
    }
}
