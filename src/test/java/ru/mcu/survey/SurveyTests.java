package ru.mcu.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mcu.survey.SurveyFixtures.EXPIRY;
import static ru.mcu.survey.SurveyFixtures.NOW;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.survey.SurveyUnavailableException.Reason;

@DisplayName("Правила опроса")
class SurveyTests {

    private static final AnswerInput GOOD = new AnswerInput(5, true, "Спасибо", null);
    private static final AnswerInput BAD = new AnswerInput(1, false, null, null);

    private final SecureRandom random = new SecureRandom();
    private final Survey survey = survey(EXPIRY);

    @Test
    @DisplayName("Автор отвечает один раз")
    void anAuthorAnswersOnce() {
        survey.answer(GOOD, NOW.plusSeconds(60));

        assertUnavailable(Reason.ANSWERED, () -> survey.answer(BAD, NOW.plusSeconds(61)));
        assertThat(survey.result()).hasValueSatisfying(result -> {
            assertThat(result.mark()).isEqualTo(5);
            assertThat(result.solved()).isTrue();
            assertThat(result.comment()).isEqualTo("Спасибо");
            assertThat(result.answeredAt()).isEqualTo(NOW.plusSeconds(60));
            assertThat(result.byPhone()).isFalse();
        });
    }

    @Test
    @DisplayName("Последнее мгновение срока ещё годится, сам срок уже нет")
    void noAnswerIsTakenAtTheTermOrLater() {
        Survey inTime = survey(EXPIRY);
        inTime.answer(GOOD, EXPIRY.minusMillis(1));

        assertThat(inTime.result()).isPresent();
        assertUnavailable(Reason.EXPIRED, () -> survey.answer(GOOD, EXPIRY));
        assertThat(survey.result()).isEmpty();
    }

    @Test
    @DisplayName("Отметка сотрудника без имени того, кто говорил по телефону, не принимается")
    void aMarkByPhoneNamesWhoWroteItDown() {
        assertThatIllegalArgumentException().isThrownBy(() -> survey.recordByPhone(GOOD, " ", NOW));
        assertThat(survey.result()).isEmpty();

        survey.recordByPhone(GOOD, "analitik", NOW);

        assertThat(survey.result()).hasValueSatisfying(result -> {
            assertThat(result.byPhone()).isTrue();
            assertThat(result.recordedBy()).isEqualTo("analitik");
        });
    }

    @Test
    @DisplayName("Сотрудник не может переписать оценку автора, а автор — записанную по телефону")
    void neitherStaffNorAuthorOverwritesAMark() {
        Survey other = survey(EXPIRY);
        survey.answer(BAD, NOW);
        other.recordByPhone(GOOD, "analitik", NOW);

        assertUnavailable(Reason.ANSWERED, () -> survey.recordByPhone(GOOD, "analitik", NOW));
        assertUnavailable(Reason.ANSWERED, () -> other.answer(BAD, NOW));
        assertUnavailable(Reason.EXPIRED, () -> survey(EXPIRY).recordByPhone(GOOD, "analitik", EXPIRY));
    }

    @Test
    @DisplayName("Напоминают один раз и только пока опрос открыт")
    void thereIsOneReminder() {
        survey.remind(SurveyToken.random(random), NOW);

        assertThat(survey.mayRemind(NOW)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> survey.remind(SurveyToken.random(random), NOW));
        assertThat(survey(EXPIRY).mayRemind(EXPIRY)).isFalse();
    }

    @Test
    @DisplayName("Закрытый раньше срока опрос ответов не принимает; отвеченный не закрывают")
    void anExpiredSurveyTakesNoAnswer() {
        survey.expire(NOW.plusSeconds(5));
        Survey answered = survey(EXPIRY);
        answered.answer(GOOD, NOW);

        assertUnavailable(Reason.EXPIRED, () -> survey.answer(GOOD, NOW.plusSeconds(5)));
        assertUnavailable(Reason.ANSWERED, () -> answered.expire(NOW));
    }

    @Test
    @DisplayName("Опрос со сроком в прошлом не создаётся")
    void aSurveyNeedsATermAhead() {
        assertThatIllegalArgumentException().isThrownBy(() -> survey(NOW));
    }

    @Test
    @DisplayName("Оценка от 1 до 5, комментарий до 2000 знаков")
    void marksAndCommentsHaveLimits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerInput(0, true, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerInput(6, true, null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new AnswerInput(5, true, "я".repeat(2001), null));
        assertThat(new AnswerInput(5, true, "я".repeat(2000), null).comment()).hasSize(2000);
    }

    @Test
    @DisplayName("Пустой комментарий — это отсутствие комментария, служебные знаки выбрасываются")
    void commentsAreCleaned() {
        assertThat(new AnswerInput(5, true, " \r\n ", null).comment()).isNull();
        assertThat(new AnswerInput(5, true, "раз\r\nдва\u0000\u0007", null).comment())
                .isEqualTo("раз\nдва");
    }

    @Test
    @DisplayName("Длинный вопрос показывается отрывком, ответ целиком")
    void aLongQuestionIsCutAndTheAnswerIsNot() {
        String answer = "Ответ ".repeat(600).strip();
        SurveySnapshot snapshot = new SurveySnapshot("1", "слово ".repeat(300), answer);

        assertThat(snapshot.question()).hasSizeLessThanOrEqualTo(600).endsWith("слово…");
        assertThat(snapshot.answer()).isEqualTo(answer);
        assertThat(new SurveySnapshot("1", snapshot.question(), answer)).isEqualTo(snapshot);
    }

    @Test
    @DisplayName("Ссылка и ответ автора не попадают в журнал через toString")
    void secretsDoNotShowInToString() {
        SurveyToken token = SurveyToken.random(random);
        survey.answer(GOOD, NOW);

        assertThat(token.toString()).doesNotContain(token.value());
        assertThat(survey.invitation(token).toString()).doesNotContain(token.value());
        assertThat(survey.result().orElseThrow().toString()).doesNotContain("Спасибо");
    }

    @Test
    @DisplayName("Ключ ссылки: 256 случайных бит, всё непохожее отвергается сразу")
    void tokensAreLongAndRandom() {
        SurveyToken token = SurveyToken.random(random);

        assertThat(token.value())
                .hasSize(43)
                .isNotEqualTo(SurveyToken.random(random).value());
        assertThat(token.hash()).matches("[0-9a-f]{64}");
        assertThat(SurveyToken.parse(token.value())).contains(token);
        assertThat(SurveyToken.parse("короткий")).isEmpty();
        assertThat(SurveyToken.parse(token.value() + "A")).isEmpty();
    }

    private Survey survey(Instant expiresAt) {
        return new Survey(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                SurveyFixtures.SNAPSHOT,
                SurveyToken.random(random),
                NOW,
                expiresAt);
    }

    private static void assertUnavailable(Reason reason, ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(SurveyUnavailableException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
