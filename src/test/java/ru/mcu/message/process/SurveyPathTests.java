package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mcu.WholeApplication;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.Channel;
import ru.mcu.regulation.Clause;
import ru.mcu.survey.SurveyUnavailableException;

@WholeApplication
@DisplayName("Опрос автора и проверка качества")
@Clause({"stavropol:III.9.7", "rubtsovsk:2.2.1", "rubtsovsk:4.4.5", "rubtsovsk:2.1.3"})
class SurveyPathTests extends MessagePaths {

    @Test
    @DisplayName("автор поставил 5 – сообщение закрыто")
    void aGoodMarkClosesTheMessage() {
        UUID message = askedByLink();
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
        assertThat(card(message).publications())
                .as("nobody else may rate with the author's link")
                .anySatisfy(it -> assertThat(it.text()).endsWith("/survey/…"))
                .noneSatisfy(it -> assertThat(it.text()).containsPattern("/survey/\\w"));
        authorMarks(message, 5, true);

        assertClosed(message, "дан ответ");
        assertThat(card(message).surveyMark()).isEqualTo(5);
    }

    @ParameterizedTest(name = "оценка {0}, решено: {1}")
    @CsvSource({"2,true", "1,false", "4,false"})
    @DisplayName("низкая оценка или «не решено» – аналитик проверяет качество и закрывает")
    void aBadMarkGoesToTheAnalystWhoMayClose(int mark, boolean solved) {
        UUID message = askedByLink();
        authorMarks(message, mark, solved);

        assertThat(facts.status(message)).isEqualTo(MessageStatus.QUALITY_CHECK);
        assertThat(candidates(message, CHECK_QUALITY)).containsExactly("analyst");
        staff.waitForTimer(message, "boundaryEvent_checkQualityClock");
        staff.does("analitik", message, CHECK_QUALITY, input("close", "reason", "Ответ верный"));
        assertClosed(message, "дан ответ");
        assertThat(reasonOf(message, "Качество проверено")).isEqualTo("Ответ верный");
    }

    @Test
    @DisplayName("аналитик вернул в работу: разбор, новый ответ и новый опрос")
    void theAnalystReopens() {
        UUID message = askedByLink();
        authorMarks(message, 2, false);
        assertThat(staff.sees("analitik", message, CHECK_QUALITY).view())
                .containsEntry("mark", 2)
                .containsEntry("solved", false);
        staff.does("analitik", message, CHECK_QUALITY, input("reopen", "reason", "Яма на месте"));

        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);
        assertThat(card(message).reopenCount()).isEqualTo(1);
        accept(message, "normal");
        assertThat(due(message, DRAFT)).isEqualTo(local(11, 23, 13, 0));
        answer(message, "solved");
        publish(message);
        authorMarks(message, 5, true);
        assertClosed(message, "дан ответ");
    }

    @Test
    @DisplayName("напоминание через три дня, оценка после него принята")
    void aMarkAfterTheReminderCounts() {
        UUID message = askedByLink();
        staff.waitForTimer(message, "catchEvent_reminderDue");
        authorMarks(message, 5, true);

        assertClosed(message, "дан ответ");
    }

    @Test
    @DisplayName("автор не ответил: опрос и сообщение закрыты, поздняя оценка не принимается")
    void anUnansweredSurveyExpires() {
        UUID message = askedByLink();
        staff.waitForTimer(message, "catchEvent_reminderDue");
        staff.waitForTimer(message, "catchEvent_surveyExpired");

        assertClosed(message, "дан ответ");
        assertThatThrownBy(() -> authorMarks(message, 1, false)).isInstanceOf(SurveyUnavailableException.class);
        assertThat(card(message).surveyMark()).isNull();
    }

    @Test
    @DisplayName("ссылку решили не отправлять – опрос закрыт без оценки")
    void aWithheldInvitationEndsTheSurvey() {
        UUID message = accepted();
        answer(message, "solved");
        staff.does("im", message, PUBLISH, input("withhold", "note", "Автор просил не писать"));

        assertClosed(message, "дан ответ");
    }

    @Test
    @DisplayName("после отказа не спрашивают, доволен ли автор")
    void nobodyIsAskedAfterARefusal() {
        UUID message = accepted();
        answer(message, "refused");

        assertClosed(message, "дан ответ");
    }

    @Test
    @DisplayName("позвонившему звонят: оценка хранится как записанная по телефону")
    void whoCalledIsCalled() {
        UUID message = answeredByPhone();
        staff.waitForTimer(message, "boundaryEvent_askByPhoneClock");
        staff.does("im", message, ASK_BY_PHONE, Map.of("mark", 5, "solved", true));

        assertClosed(message, "дан ответ");
        assertThat(surveys.resultOf(message)).get().satisfies(result -> {
            assertThat(result.mark()).isEqualTo(5);
            assertThat(result.recordedBy()).isEqualTo("im");
        });
    }

    @Test
    @DisplayName("по телефону тоже можно быть недовольным")
    void aBadMarkByPhoneGoesToTheAnalyst() {
        UUID message = answeredByPhone();
        staff.does("im", message, ASK_BY_PHONE, Map.of("mark", 1, "solved", false));

        assertThat(facts.status(message)).isEqualTo(MessageStatus.QUALITY_CHECK);
    }

    @Test
    @DisplayName("не дозвонились – опрос закрыт без оценки")
    void whoCannotBeReachedIsNotMarkedFor() {
        UUID message = answeredByPhone();
        staff.does("im", message, ASK_BY_PHONE, Map.of("unreachable", true));

        assertClosed(message, "дан ответ");
        assertThat(surveys.resultOf(message)).isEmpty();
    }

    private UUID answeredByPhone() {
        UUID message = staff.citizenWrites(Channel.PHONE, "На улице Ленина, 15 яма на дороге");
        accept(message, "normal");
        answer(message, "solved");
        assertThat(staff.openKeys(message)).containsExactly(ASK_BY_PHONE);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
        return message;
    }
}
