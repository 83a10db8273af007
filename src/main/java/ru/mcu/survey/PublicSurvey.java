package ru.mcu.survey;

import org.jspecify.annotations.Nullable;

/**
 * What the holder of a link may see of a survey.
 *
 * @param snapshot what was asked and answered
 * @param result the answer already given, or {@code null} while the survey is open
 */
public record PublicSurvey(
        SurveySnapshot snapshot, @Nullable SurveyResult result) {

    public boolean isAnswered() {
        return result != null;
    }
}
