package ru.mcu.survey;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Ids;
import ru.mcu.survey.SurveyUnavailableException.Reason;
import ru.mcu.survey.photo.Photo;

/** Collects how content citizens are with answers (Stavropol III.7.3, III.9.7; Rubtsovsk 2.2.1, 2.2.8.4, 4.4.3). */
@Service
@Transactional
public class Surveys {

    private final SurveyRepository surveys;
    private final SurveyPhotoRepository photos;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Surveys(SurveyRepository surveys, SurveyPhotoRepository photos, ApplicationEventPublisher events, Clock clock) {
        this.surveys = surveys;
        this.photos = photos;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the next round for a message; an earlier round still open ends with it, its links say so.
     *
     * @param expiresAt last moment an answer is taken; must lie ahead, otherwise {@link IllegalArgumentException}
     */
    public Invitation invite(UUID messageId, SurveySnapshot snapshot, Instant expiresAt) {
        Instant now = clock.instant();
        Optional<Survey> latest = surveys.findFirstByMessageIdOrderByRoundDesc(messageId);
        latest.filter(survey -> survey.isOpen(now)).ifPresent(survey -> survey.expire(now));
        int round = latest.map(Survey::round).orElse(0) + 1;
        SurveyToken token = SurveyToken.random(random);
        UUID id = Ids.next();
        Survey survey = new Survey(id, messageId, round, snapshot, token, now, expiresAt);
        return surveys.save(survey).invitation(token);
    }

    /** Notes that the link reached its addressee; repeated reports change nothing. */
    public void sent(UUID surveyId) {
        require(surveyId).sent(clock.instant());
    }

    /**
     * Notes the one reminder and gives a new link for it, since the first cannot be read again; both links work.
     *
     * @return empty when there is nothing to remind of: answered, expired or reminded already
     */
    public Optional<Invitation> remind(UUID surveyId) {
        Instant now = clock.instant();
        Survey survey = require(surveyId);
        if (!survey.mayRemind(now)) {
            return Optional.empty();
        }
        SurveyToken token = SurveyToken.random(random);
        survey.remind(token, now);
        return Optional.of(survey.invitation(token));
    }

    /** Closes the survey if it is still open; an answered or expired one stays as it is. */
    public void expire(UUID surveyId) {
        Instant now = clock.instant();
        Survey survey = require(surveyId);
        if (survey.isOpen(now)) {
            survey.expire(now);
        }
    }

    /**
     * Takes the author's answer and publishes {@link SurveyAnswered}.
     *
     * @param token the last part of the link
     * @throws SurveyUnavailableException when the link is unknown, or the survey expired or answered
     */
    @Transactional(noRollbackFor = SurveyUnavailableException.class)
    public void answer(String token, AnswerInput input) {
        Survey survey = byToken(token).orElseThrow(() -> new SurveyUnavailableException(Reason.UNKNOWN));
        survey.answer(input, clock.instant());
        keep(survey, input);
    }

    /**
     * Writes down a mark the author gave by phone and publishes {@link SurveyAnswered}; the only way for staff.
     *
     * @param userId who spoke with the author; kept with the mark
     * @throws SurveyUnavailableException when the survey is expired or answered
     * @throws IllegalArgumentException when the mark is not 1–5, the comment too long or the user not named
     */
    public void recordByPhone(UUID surveyId, int mark, boolean solved, @Nullable String comment, String userId) {
        AnswerInput input = new AnswerInput(mark, solved, comment, null);
        Survey survey = require(surveyId);
        survey.recordByPhone(input, userId, clock.instant());
        keep(survey, input);
    }

    /** The answer of the latest answered round of a message. */
    @Transactional(readOnly = true)
    public Optional<SurveyResult> resultOf(UUID messageId) {
        return surveys.findFirstByMessageIdAndAnsweredAtIsNotNullOrderByRoundDesc(messageId)
                .flatMap(Survey::result);
    }

    @Transactional(readOnly = true)
    public Optional<Photo> photo(UUID surveyId) {
        return photos.findById(surveyId).map(SurveyPhoto::photo);
    }

    /** What a link shows; empty alike for an unknown, a misspelt and an expired link, so nobody can tell them apart. */
    @Transactional(readOnly = true)
    public Optional<PublicSurvey> find(String token) {
        return byToken(token)
                .filter(survey -> survey.result().isPresent() || survey.isOpen(clock.instant()))
                .map(survey ->
                        new PublicSurvey(survey.snapshot(), survey.result().orElse(null)));
    }

    private void keep(Survey survey, AnswerInput input) {
        if (input.photo() != null) {
            photos.save(new SurveyPhoto(survey.id(), input.photo()));
        }
        surveys.save(survey);
        events.publishEvent(new SurveyAnswered(survey.messageId(), survey.id(), input.mark(), input.solved()));
    }

    private Optional<Survey> byToken(String token) {
        return SurveyToken.parse(token).map(SurveyToken::hash).flatMap(surveys::findByHash);
    }

    private Survey require(UUID surveyId) {
        return surveys.findById(surveyId).orElseThrow(() -> new SurveyUnavailableException(Reason.UNKNOWN));
    }
}
