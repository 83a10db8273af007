package ru.mcu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mcu.survey.SurveyFixtures.NOW;
import static ru.mcu.survey.SurveyFixtures.SNAPSHOT;
import static ru.mcu.survey.SurveyFixtures.token;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.regulation.Clause;

@Clause({"stavropol:III.7.3", "rubtsovsk:2.2.8.4"})
@DisplayName("Ход опроса")
class SurveysTests {

    private static final AnswerInput GOOD = new AnswerInput(4, true, null, null);

    private final SurveyFixtures fixtures = new SurveyFixtures();
    private final Surveys surveys = fixtures.surveys;
    private final UUID message = UUID.randomUUID();

    @Test
    @DisplayName("По ссылке видно, что спросили и что ответили; после ответа — оценку")
    void aLinkShowsTheAnswerAndThenTheMark() {
        Invitation invitation = invite();

        assertThat(surveys.find(token(invitation))).contains(new PublicSurvey(SNAPSHOT, null));
        surveys.answer(token(invitation), GOOD);

        assertThat(surveys.find(token(invitation)).orElseThrow().isAnswered()).isTrue();
        assertThat(fixtures.events).containsExactly(new SurveyAnswered(message, invitation.surveyId(), 4, true));
    }

    @Test
    @DisplayName("Чужая, испорченная и просроченная ссылки неразличимы")
    void unknownBrokenAndExpiredLinksLookTheSame() {
        Invitation invitation = invite();
        fixtures.clock.set(invitation.expiresAt());

        assertThat(surveys.find(token(invitation))).isEmpty();
        assertThat(surveys.find("A".repeat(43))).isEmpty();
        assertThat(surveys.find("../../etc")).isEmpty();
    }

    @Test
    @DisplayName("Ответ по неизвестной ссылке отклоняется и события не создаёт")
    void anAnswerToAnUnknownLinkIsRefused() {
        assertThatThrownBy(() -> surveys.answer("A".repeat(43), GOOD)).isInstanceOf(SurveyUnavailableException.class);
        assertThat(fixtures.events).isEmpty();
    }

    @Test
    @DisplayName("Напоминание даёт вторую ссылку на тот же опрос, первая тоже работает")
    void aReminderCarriesASecondLinkToTheSameSurvey() {
        Invitation first = invite();
        Invitation reminder = surveys.remind(first.surveyId()).orElseThrow();

        assertThat(reminder.path()).isNotEqualTo(first.path());
        assertThat(surveys.find(token(first))).isPresent();
        surveys.answer(token(reminder), GOOD);

        assertThat(surveys.find(token(first)).orElseThrow().isAnswered()).isTrue();
    }

    @Test
    @DisplayName("Ответившему и тому, кому уже напомнили, не напоминают")
    void thereIsNoReminderAfterAnAnswerNorASecondOne() {
        Invitation answered = invite();
        surveys.answer(token(answered), GOOD);
        Invitation reminded = fixtures.invite();
        surveys.remind(reminded.surveyId());

        assertThat(surveys.remind(answered.surveyId())).isEmpty();
        assertThat(surveys.remind(reminded.surveyId())).isEmpty();
    }

    @Test
    @DisplayName("Таймер срока закрывает открытый опрос и не трогает отвеченный")
    void expiringClosesAnOpenSurveyAndLeavesAnAnsweredOne() {
        Invitation open = invite();
        Invitation answered = fixtures.invite();
        surveys.answer(token(answered), GOOD);

        surveys.expire(open.surveyId());
        surveys.expire(open.surveyId());
        surveys.expire(answered.surveyId());

        assertThat(surveys.find(token(open))).isEmpty();
        assertThat(surveys.find(token(answered))).isPresent();
    }

    @Test
    @DisplayName("Новый опрос после повторного открытия: следующий раунд, старая ссылка закрыта, прежняя оценка видна")
    void aReopenedMessageGetsTheNextRound() {
        Invitation first = invite();
        surveys.answer(token(first), new AnswerInput(1, false, null, null));
        Invitation second = invite();
        assertThat(surveys.resultOf(message).orElseThrow().mark()).isEqualTo(1);

        Invitation third = invite();
        surveys.answer(token(third), new AnswerInput(5, true, null, null));

        assertThat(second.round()).isEqualTo(2);
        assertThat(third.round()).isEqualTo(3);
        assertThat(surveys.find(token(second))).isEmpty();
        assertThat(surveys.resultOf(message).orElseThrow().mark()).isEqualTo(5);
    }

    @Test
    @DisplayName("Оценка по телефону хранит, кто её записал, и сообщает о себе тем же событием")
    void aMarkByPhoneIsPublishedLikeAnyOther() {
        Invitation invitation = invite();

        surveys.recordByPhone(invitation.surveyId(), 2, false, "Фонари снова погасли", "analitik");

        assertThat(surveys.resultOf(message)).hasValueSatisfying(result -> {
            assertThat(result.recordedBy()).isEqualTo("analitik");
            assertThat(result.answeredAt()).isEqualTo(NOW);
        });
        assertThat(fixtures.events).containsExactly(new SurveyAnswered(message, invitation.surveyId(), 2, false));
    }

    private Invitation invite() {
        return surveys.invite(message, SNAPSHOT, SurveyFixtures.EXPIRY);
    }
}
