package ru.mcu.survey;

import java.util.UUID;

/**
 * A mark was given; published synchronously in the transaction that stores it.
 *
 * @param messageId the message the survey was about
 * @param surveyId the survey
 * @param mark 1–5
 * @param solved whether the author holds the matter solved
 */
public record SurveyAnswered(UUID messageId, UUID surveyId, int mark, boolean solved) {}
