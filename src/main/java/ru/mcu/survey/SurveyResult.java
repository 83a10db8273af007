package ru.mcu.survey;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a survey, for the analyst who checks quality and for ratings.
 *
 * @param surveyId the survey; its photo is {@link Surveys#photo(UUID)}
 * @param round which survey of the message it was, from 1
 * @param mark 1–5
 * @param solved whether the author holds the matter solved
 * @param comment the author's words; may hold personal data, so never for logs or process variables
 * @param answeredAt when the mark was given
 * @param recordedBy user who wrote the mark down from a phone call; {@code null} when the author answered in person
 */
public record SurveyResult(
        UUID surveyId,
        int round,
        int mark,
        boolean solved,
        @Nullable String comment,
        Instant answeredAt,
        @Nullable String recordedBy) {

    public boolean byPhone() {
        return recordedBy != null;
    }

    @Override
    public String toString() {
        return "SurveyResult[surveyId=%s, round=%d, mark=%d, solved=%s]".formatted(surveyId, round, mark, solved);
    }
}
