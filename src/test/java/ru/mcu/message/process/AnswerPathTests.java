package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.WholeApplication;
import ru.mcu.message.Deadlines;
import ru.mcu.message.EntryStep;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.Channel;

@WholeApplication
@DisplayName("От назначения до ответа и его проверки")
class AnswerPathTests extends MessagePaths {

    @Autowired
    Deadlines deadlines;

    private static final String READY_TEXT = "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября.";

    @Test
    @DisplayName("из другой системы пришло уже назначенным: начинаем с подготовки ответа")
    void handedOverAsAssignedStartsWithTheDraft() {
        UUID message = staff.register(handedOver(Channel.IM, "Яма на дороге", EntryStep.DRAFT, null, null));

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(candidates(message, DRAFT)).containsExactly("body-housing");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("из другой системы пришло с проектом ответа: начинаем с проверки")
    void handedOverWithADraftStartsWithTheReview() {
        UUID message = staff.register(handedOver(Channel.IM, "Яма на дороге", EntryStep.REVIEW, READY_TEXT, null));

        assertThat(staff.openKeys(message)).containsExactly(REVIEW);
        approve(message);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.PUBLISHING);
    }

    @Test
    @DisplayName("из другой системы пришло с согласованным ответом: начинаем с публикации")
    void handedOverAsApprovedStartsWithThePublication() {
        UUID message = staff.register(handedOver(Channel.IM, "Яма на дороге", EntryStep.PUBLISH, READY_TEXT, null));

        assertThat(staff.openKeys(message)).containsExactly(PUBLISH);
        publish(message);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
    }

    @Test
    @DisplayName("из другой системы пришло отвеченным: начинаем с опроса")
    void handedOverAsAnsweredStartsWithTheSurvey() {
        UUID message = staff.register(handedOver(Channel.IM, "Яма на дороге", EntryStep.SURVEY, READY_TEXT, null));

        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
        publish(message);
        authorMarks(message, 5, true);
        assertClosed(message, "дан ответ");
    }

    @Test
    @DisplayName("без исполнителя назначенное в другой системе всё равно разбирают")
    void withoutTextItStartsWithTriageWhateverTheOtherSystemSays() {
        UUID message = staff.register(handedOver(Channel.IM, "Яма на дороге", EntryStep.REVIEW, null, null));

        assertThat(staff.openKeys(message)).containsExactly(TRIAGE);
    }

    @Test
    @DisplayName("обещание без даты не принимается")
    void aPromiseNeedsItsDate() {
        UUID message = accepted();

        Refusals.assertWrongField("promisedOn", () -> draft(message, "planned"));
        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
    }

    @Test
    @DisplayName("остановленный срок второй раз не остановить; пересчёт, который ничего не сдвинул, в историю не пишут")
    void theHistoryTellsOfRealChangesOnly() {
        UUID message = accepted();
        deadlines.recompute(message, "Проверка");
        assertThat(history(message)).doesNotContain("Сроки пересчитаны");

        deadlines.pause(message, "Вопрос автору");
        deadlines.pause(message, "Ещё вопрос");
        assertThat(history(message)).containsOnlyOnce("Срок остановлен");
        clock.set(MONDAY_MORNING.plusSeconds(3600));
        deadlines.resume(message);
        assertThat(history(message)).containsOnlyOnce("Сроки пересчитаны");
        assertThat(due(message, DRAFT)).isNotNull();
        assertThat(card(message).steps()).singleElement().satisfies(step -> assertThat(step.dueAt())
                .isEqualTo(local(11, 23, 15, 0)));
    }

    @Test
    @DisplayName("возвращённый проект дорабатывают за рабочий час, и почему – сказано")
    void aReturnedDraftHasTheNormOfRework() {
        UUID message = accepted();
        draft(message, "solved");
        clock.set(local(11, 23, 10, 0));
        staff.does("im", message, REVIEW, input("giveBack", "remarks", "Назовите, кто заделал"));

        assertThat(due(message, DRAFT)).isEqualTo(local(11, 23, 11, 0));
        assertThat(staff.task(message, DRAFT).getAssignee()).isEqualTo(EXECUTOR);
        assertThat(String.valueOf(card(message).steps())).contains("доработка после возврата");
    }

    @Test
    @DisplayName("проект, возвращённый прежнему органу, не торопит новый")
    void anotherBodyGetsTheFullNorm() {
        UUID message = accepted();
        draft(message, "solved");
        staff.does("im", message, REVIEW, input("giveBack", "remarks", "Это ведь колодец водоканала?"));
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input("notCompetent", "competentBody", "vodokanal", "reason", "Это колодец водоканала."));
        triage(
                "im",
                message,
                "accept",
                "topicGroup",
                "Дороги",
                "topic",
                "Ямы на дорогах",
                "place",
                "ул. Ленина, 15",
                "executor",
                "vodokanal");

        assertThat(due(message, DRAFT)).isEqualTo(local(11, 23, 13, 0));
        assertThat(staff.task(message, DRAFT).getAssignee()).isNull();
    }

    @Test
    @DisplayName("промежуточный ответ: окончательный – к названной автору дате")
    void theFinalAnswerIsDueOnTheDayNamedInTheInterim() {
        UUID message = accepted();
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input(
                        "interim",
                        "finalDueOn",
                        "2026-12-01",
                        "text",
                        "Здравствуйте! Проверяем колодец на улице Ленина, 15. Окончательный ответ дадим до 1 декабря 2026 года."));
        approve(message);
        publish(message);

        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
        assertThat(due(message, DRAFT)).isEqualTo(local(12, 1, 18, 0));
        assertThat(String.valueOf(card(message).steps())).contains("обещан автору в промежуточном", "01.12.2026");
        answer(message, "solved");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
        assertThat(card(message).publications()).hasSize(3);
    }

    @Test
    @DisplayName("обещание выполнено: проверили в срок и спросили автора")
    void aKeptPromiseIsCheckedAndTheAuthorAsked() {
        UUID message = promised();
        staff.waitForTimer(message, "catchEvent_promiseDue");
        assertThat(clock.instant()).isEqualTo(local(12, 1, 18, 0));
        assertThat(candidates(message, CHECK_PROMISE)).containsExactly("imOperator");
        staff.waitForTimer(message, "boundaryEvent_checkPromiseClock");
        staff.does("im", message, CHECK_PROMISE, Map.of("kept", true));

        assertThat(history(message)).contains("Обещание выполнено");
        assertThat(staff.openKeys(message)).containsExactly(PUBLISH);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
    }

    @Test
    @DisplayName("обещание не выполнено: ответ готовят заново")
    void aBrokenPromiseReturnsTheMessageToWork() {
        UUID message = promised();
        staff.waitForTimer(message, "catchEvent_promiseDue");
        staff.does("im", message, CHECK_PROMISE, Map.of("kept", false, "note", "Яма на месте"));

        assertThat(reasonOf(message, "Обещание не выполнено")).isEqualTo("Яма на месте");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
        answer(message, "solved");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
    }

    @Test
    @DisplayName("дни, названные до смены решения, ответу не приписываются; у промежуточного день виден проверяющему")
    void onlyTheDaysThatBelongToTheAnswerAreKept() {
        UUID message = accepted();
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input(
                        "ready",
                        "outcome",
                        "solved",
                        "promisedOn",
                        "2026-12-01",
                        "finalDueOn",
                        "2026-12-02",
                        "text",
                        READY_TEXT));
        assertThat(card(message).drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.promisedOn()).isNull();
            assertThat(draft.finalDueOn()).isNull();
        });

        UUID interim = accepted();
        staff.does(
                EXECUTOR,
                interim,
                DRAFT,
                input(
                        "interim",
                        "finalDueOn",
                        "2026-12-01",
                        "text",
                        "Здравствуйте! Проверяем колодец на улице Ленина, 15. Окончательный ответ дадим до 1 декабря 2026 года."));
        assertThat(card(interim).drafts()).singleElement().satisfies(draft -> assertThat(draft.finalDueOn())
                .hasToString("2026-12-01"));
    }

    /** The answer promises the 1st of December. */
    private UUID promised() {
        UUID message = accepted();
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input(
                        "ready",
                        "outcome",
                        "planned",
                        "promisedOn",
                        "2026-12-01",
                        "text",
                        "Здравствуйте! Яму на улице Ленина, 15 дорожная бригада заделает до 1 декабря 2026 года."));
        approve(message);
        publish(message);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONTROL);
        assertThat(staff.openKeys(message)).isEmpty();
        return message;
    }
}
