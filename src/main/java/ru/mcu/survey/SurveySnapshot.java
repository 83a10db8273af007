package ru.mcu.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What was asked and answered, as the survey page shows it, kept so that the page stays true when the message changes.
 *
 * @param messageNumber number of the message the author knows
 * @param question what was asked; longer texts are cut to an excerpt of 600 characters
 * @param answer the published answer, whole
 */
@Embeddable
public record SurveySnapshot(
        @Column(name = "message_number") String messageNumber,
        @Column(name = "question") String question,
        @Column(name = "answer") String answer) {

    private static final int QUESTION_LIMIT = 600;

    public SurveySnapshot {
        messageNumber = PlainText.clean(messageNumber);
        question = PlainText.excerpt(question, QUESTION_LIMIT);
        answer = PlainText.clean(answer);
    }
}
