package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mcu.WholeApplication;
import ru.mcu.message.EntryStep;
import ru.mcu.message.FollowUpKind;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Priority;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Refused;

@WholeApplication
@DisplayName("Разбор сообщения")
class TriagePathTests extends MessagePaths {

    @Test
    @DisplayName("спам отклоняют, причина хранится")
    void spamIsRejectedAndTheReasonIsKept() {
        UUID message = citizenWrites();
        triage("im", message, "reject", "reason", "Реклама натяжных потолков");

        assertClosed(message, "отклонено");
        assertThat(reasonOf(message, "Отклонено")).isEqualTo("Реклама натяжных потолков");
    }

    @Test
    @DisplayName("без причины не отклонить")
    void withoutReasonNothingIsRejected() {
        UUID message = citizenWrites();

        assertThatThrownBy(() -> triage("im", message, "reject"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("почему отклоняете");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);
    }

    @ParameterizedTest(name = "приоритет {0}")
    @ValueSource(strings = {"normal", "high"})
    @DisplayName("принятое сообщение получает исполнитель, срок – по приоритету")
    void acceptedGoesToTheExecutor(String priority) {
        UUID message = citizenWrites();
        accept(message, priority);

        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
        assertThat(candidates(message, DRAFT)).containsExactly("body-housing");
        assertThat(due(message, DRAFT))
                .isEqualTo(priority.equals("high") ? local(11, 23, 11, 0) : local(11, 23, 13, 0));
    }

    @Test
    @DisplayName("на резонансное сначала готовят концепцию")
    void resonantNeedsAConceptFirst() {
        UUID message = citizenWrites();
        accept(message, "resonant");

        assertThat(facts.status(message)).isEqualTo(MessageStatus.CONCEPT);
        assertThat(candidates(message, CONCEPT)).containsExactly("riskCoordinator");
        staff.waitForTimer(message, "boundaryEvent_prepareConceptClock");
        staff.does("riski", message, CONCEPT, Map.of("concept", "Спокойно, с датой ремонта"));
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
        assertThat(card(message).concept()).isEqualTo("Спокойно, с датой ремонта");
    }

    @Test
    @DisplayName("дубликат отвеченного сообщения сразу получает тот же ответ")
    void duplicateOfAnAnsweredMessageGetsItsAnswer() {
        UUID parent = accepted();
        answer(parent, "solved");
        UUID duplicate = citizenWrites();
        triage("im", duplicate, "duplicate", "parentNumber", facts.number(parent));

        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.PUBLISHING);
        assertThat(staff.sees("im", duplicate, PUBLISH).view())
                .containsEntry("text", "Здравствуйте! Яму на улице Ленина, 15 заделали 20 ноября.");
        publish(duplicate);
        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.CONTROL);
    }

    @Test
    @DisplayName("резонансное сокращает и общий срок")
    void theWholeTermFollowsThePriority() {
        UUID message = citizenWrites();
        assertThat(total(message)).isEqualTo(local(11, 23, 18, 0));

        accept(message, "resonant");

        assertThat(total(message)).isEqualTo(local(11, 23, 11, 0));
        assertThat(history(message)).contains("Сроки пересчитаны");
    }

    @Test
    @DisplayName("срок из другой системы ограничивает срок шага, только если он раньше и ещё не прошёл")
    void aPlannedDateOnlyShortensAStep() {
        Instant norm = local(11, 23, 13, 0);
        assertThat(dueWhenPlannedFor(local(11, 23, 11, 30))).isEqualTo(local(11, 23, 11, 30));
        assertThat(dueWhenPlannedFor(local(12, 10, 18, 0))).isEqualTo(norm);
        assertThat(dueWhenPlannedFor(local(11, 20, 18, 0))).isEqualTo(norm);
    }

    private Instant dueWhenPlannedFor(Instant planned) {
        UUID message = staff.register(handedOver(Channel.VK, "Яма на дороге", EntryStep.DRAFT, null, planned));
        return due(message, DRAFT);
    }

    @Test
    @DisplayName("с закрытым без ответа связать нельзя: поле названо, сообщение остаётся на разборе")
    void nobodyWaitsForAMessageClosedWithoutAnswer() {
        UUID closed = citizenWrites();
        triage("im", closed, "reject", "reason", "Реклама");
        UUID message = citizenWrites();

        Refusals.assertWrongField(
                "parentNumber", () -> triage("im", message, "duplicate", "parentNumber", facts.number(closed)));
        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);
        assertThat(card(message).parent()).isNull();
    }

    @Test
    @DisplayName("дубликатов больше, чем берут за раз: ответ получает каждый")
    void manyDuplicatesAllGoOn() {
        UUID parent = accepted();
        List<UUID> same = Stream.generate(this::citizenWrites).limit(21).toList();
        same.forEach(one -> triage("im", one, "duplicate", "parentNumber", facts.number(parent)));
        answer(parent, "solved");

        assertThat(duplicates.wakeAll()).isEqualTo(21);
        assertThat(same).extracting(facts::status).containsOnly(MessageStatus.PUBLISHING);
    }

    @Test
    @DisplayName("дубликат неотвеченного ждёт и получает ответ, когда опубликован ответ на основное")
    void duplicateOfAnOpenMessageWaitsForItsAnswer() {
        UUID parent = accepted();
        UUID duplicate = citizenWrites();
        triage("im", duplicate, "duplicate", "parentNumber", facts.number(parent));
        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.AWAITING_PARENT);
        assertThat(staff.openKeys(duplicate)).isEmpty();

        duplicates.wakeAll();
        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.AWAITING_PARENT);
        answer(parent, "solved");
        duplicates.wakeAll();

        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.PUBLISHING);
        publish(duplicate);
        assertThat(card(duplicate).parent()).isEqualTo(facts.number(parent));
    }

    @Test
    @DisplayName("основное закрыли без ответа – дубликат снова на разборе, связь снята")
    void duplicateOfAMessageClosedWithoutAnswerIsTriagedAgain() {
        UUID parent = accepted();
        UUID duplicate = citizenWrites();
        triage("im", duplicate, "duplicate", "parentNumber", facts.number(parent));
        staff.as(HEAD, () -> {
            oversight.cancel(parent, "Заведено по ошибке");
            return parent;
        });
        duplicates.wakeAll();

        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.TRIAGE);
        assertThat(staff.openKeys(duplicate)).containsExactly(TRIAGE);
        assertThat(card(duplicate).parent()).isNull();
        assertThat(history(duplicate)).contains("Основное сообщение закрыто без ответа");
        accept(duplicate, "normal");
        assertThat(facts.status(duplicate)).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("обращение по 59-ФЗ: автору сообщают порядок, сообщение передано")
    void formalAppealIsHandedOverAndTheAuthorTold() {
        UUID message = citizenWrites();
        triage(
                "im",
                message,
                "formalRoute",
                "notice",
                "Здравствуйте! Направьте обращение через сайт администрации.",
                "reason",
                "Просит пересмотреть решение комиссии");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.PUBLISHING);
        publish(message);

        assertClosed(message, "передано по 59-ФЗ");
        assertThat(reasonOf(message, "Передано по 59-ФЗ")).isEqualTo("Просит пересмотреть решение комиссии");
        assertThat(card(message).publications()).singleElement().satisfies(notice -> {
            assertThat(notice.kind().name()).isEqualTo("FORMAL_ROUTE");
            assertThat(notice.link()).isEqualTo("https://vk.com/wall-1_2?reply=3");
        });
    }

    @Test
    @DisplayName("уточнение: срок стоит, пока автор молчит, и сдвигается на паузу")
    void theClockStandsWhileTheAuthorIsAsked() {
        UUID message = citizenWrites();
        assertThat(total(message)).isEqualTo(local(11, 23, 18, 0));
        triage("im", message, "clarify", "question", "У какого подъезда яма?");
        publish(message);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CLARIFYING);

        clock.set(MONDAY_MORNING.plus(Duration.ofHours(2)));
        followUps.take(message, FollowUpKind.REPLY, "reply-" + message, "У второго", null);

        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);
        assertThat(total(message)).isEqualTo(local(11, 24, 11, 0));
        assertThat(due(message, TRIAGE)).isEqualTo(local(11, 23, 12, 0));
        assertThat(history(message)).contains("Срок остановлен", "Ответ автора на вопрос", "Сроки пересчитаны");
        assertThat(staff.sees("im", message, TRIAGE).view().get("clarifications"))
                .asString()
                .contains("У второго");
    }

    @Test
    @DisplayName("уточнение: автор не ответил за три рабочих дня – работа идёт без ответа")
    void withoutReplyTheWorkGoesOn() {
        UUID message = citizenWrites();
        triage("im", message, "clarify", "question", "У какого подъезда яма?");
        publish(message);
        staff.waitForTimer(message, "catchEvent_clarificationExpired");

        assertThat(clock.instant()).isAfterOrEqualTo(local(11, 25, 18, 0));
        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);
        assertThat(total(message)).isAfter(clock.instant());
        accept(message, "normal");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("сообщение ПОС без текста: сначала вносят текст, срок – плановая дата выгрузки")
    void posMessageWithoutTextGetsItFirst() {
        var planned = local(12, 10, 18, 0);
        UUID message = staff.register(handedOver(Channel.POS, "", EntryStep.TRIAGE, null, planned));
        assertThat(total(message)).isEqualTo(planned);
        assertThat(candidates(message, "userTask_addText")).containsExactly("posOperator");
        staff.waitForTimer(message, "boundaryEvent_addTextClock");

        staff.does("pos", message, "userTask_addText", Map.of("text", "Не работает фонарь", "place", "ул. Мира, 3"));

        assertThat(facts.text(message)).isEqualTo("Не работает фонарь");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);
        accept("pos", message, "normal");
        assertThat(due(message, DRAFT)).isEqualTo(planned);
        assertThat(facts.priority(message)).isEqualTo(Priority.NORMAL);
    }

    @Test
    @DisplayName("третий возврат «не в компетенции» разбирает руководитель")
    void theThirdReturnGoesToTheHead() {
        UUID message = citizenWrites();
        for (int round = 1; round <= 3; round++) {
            assertThat(candidates(message, TRIAGE)).containsExactly("imOperator");
            accept(message, "normal");
            notCompetent(message);
            assertThat(history(message)).contains("Возврат «не в компетенции»: " + round + "-й");
        }
        assertThat(candidates(message, TRIAGE)).containsExactly("head");
        accept(HEAD, message, "normal");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("вернуть «не в компетенции» можно полчаса рабочего времени; позже – тоже, но это видно")
    void aLateReturnIsKeptAsLate() {
        UUID message = accepted();
        assertThat(staff.sees(EXECUTOR, message, DRAFT).view())
                .containsEntry("notCompetentUntil", local(11, 23, 9, 30));
        notCompetent(message);
        assertThat(history(message)).contains("Возвращено: не в компетенции");

        clock.set(local(11, 23, 10, 0));
        accept(message, "normal");
        assertThat(staff.sees(EXECUTOR, message, DRAFT).view())
                .containsEntry("notCompetentUntil", local(11, 23, 10, 30));
        clock.set(local(11, 23, 10, 31));
        notCompetent(message);
        assertThat(history(message)).contains("Возвращено: не в компетенции, позже срока");
    }

    private void notCompetent(UUID message) {
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input("notCompetent", "competentBody", "vodokanal", "reason", "Это колодец водоканала."));
    }
}
