package ru.mcu.survey.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import ru.mcu.message.Deadlines;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Oversight;
import ru.mcu.message.Publications;
import ru.mcu.platform.BpmnBean;
import ru.mcu.survey.Invitation;
import ru.mcu.survey.SurveySnapshot;
import ru.mcu.survey.Surveys;

/** Opens the survey and chooses how the author is asked (Ставрополь III.7.3). */
@BpmnBean("inviteAuthor")
class InviteAuthorDelegate implements JavaDelegate {

    private final Surveys surveys;
    private final SurveyLetters letters;
    private final MessageFacts facts;
    private final Publications publications;
    private final Deadlines deadlines;
    private final Oversight oversight;

    InviteAuthorDelegate(
            Surveys surveys,
            SurveyLetters letters,
            MessageFacts facts,
            Publications publications,
            Deadlines deadlines,
            Oversight oversight) {
        this.surveys = surveys;
        this.letters = letters;
        this.facts = facts;
        this.publications = publications;
        this.deadlines = deadlines;
        this.oversight = oversight;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID message = UUID.fromString(execution.getProcessBusinessKey());
        oversight.enter(message, MessageStatus.CONTROL);
        Instant expires = deadlines.moment(message, "surveyExpiry", BigDecimal.ONE);
        Invitation invitation = surveys.invite(
                message,
                new SurveySnapshot(
                        facts.number(message),
                        facts.text(message),
                        publications.answerText(message).orElse("")),
                expires);
        SurveyVariables.SURVEY_ID.set(execution, invitation.surveyId().toString());
        SurveyVariables.SATISFIED.set(execution, true);
        boolean byLink = facts.reachableInWriting(message);
        SurveyVariables.SURVEY_ROUTE.set(execution, byLink ? "link" : "phone");
        if (byLink) {
            SurveyVariables.PUBLICATION_ID.set(
                    execution, letters.invite(message, invitation).toString());
        }
    }
}
