package ru.mcu.survey.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Publications;
import ru.mcu.platform.BpmnBean;
import ru.mcu.survey.Surveys;

/** Reminds the author once, where the channel carries letters by itself; nobody is asked to do it by hand. */
@BpmnBean("remindAuthor")
class RemindAuthorDelegate implements JavaDelegate {

    private final Surveys surveys;
    private final SurveyLetters letters;
    private final Publications publications;

    RemindAuthorDelegate(Surveys surveys, SurveyLetters letters, Publications publications) {
        this.surveys = surveys;
        this.letters = letters;
        this.publications = publications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID message = UUID.fromString(execution.getProcessBusinessKey());
        UUID sent = UUID.fromString(SurveyVariables.PUBLICATION_ID.get(execution));
        if (!publications.isLive(sent)) {
            return;
        }
        surveys.remind(UUID.fromString(SurveyVariables.SURVEY_ID.get(execution)))
                .map(invitation -> letters.remind(message, invitation))
                .ifPresent(publications::sendOut);
    }
}
