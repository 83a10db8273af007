package ru.mcu.survey;

import java.time.Instant;
import java.util.UUID;

/**
 * The link to send to the author; it exists only here and cannot be read again later.
 *
 * @param surveyId the survey
 * @param round 1 for the first survey of a message, 2 after it was reopened, and so on
 * @param path path of the page with the one-time token, {@code /survey/<token>}; a secret: not for logs or variables
 * @param expiresAt last moment an answer is taken
 */
public record Invitation(UUID surveyId, int round, String path, Instant expiresAt) {

    @Override
    public String toString() {
        return "Invitation[surveyId=%s, round=%d, expiresAt=%s]".formatted(surveyId, round, expiresAt);
    }
}
