package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.WholeApplication;
import ru.mcu.message.FollowUpKind;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Priority;
import ru.mcu.message.TakesOver;
import ru.mcu.platform.Refused;
import ru.mcu.regulation.Clause;

@WholeApplication
@DisplayName("Руководитель, автор и часы вмешиваются в работу")
@Clause({"stavropol:III.6.1", "rubtsovsk:4.2.1", "stavropol:III.8.1", "rubtsovsk:1.4.3"})
class OversightPathTests extends MessagePaths {

    private static final String CONCEPT_NOW = "userTask_prepareConceptNow";

    @Autowired
    TakesOver takesOver;

    @Test
    @DisplayName("стало резонансным: сроки и таймеры сдвинуты, нужна срочная концепция")
    void becomingResonantMovesDatesAndAsksForAConcept() {
        UUID message = accepted();
        assertThat(due(message, DRAFT)).isEqualTo(local(11, 23, 13, 0));
        reprioritise(message, Priority.RESONANT, "Видео набрало 100 тысяч просмотров");

        assertThat(due(message, DRAFT)).isEqualTo(local(11, 23, 10, 0));
        assertThat(staff.jobs(message, "boundaryEvent_draftAnswerClock"))
                .singleElement()
                .satisfies(job -> assertThat(job.getDuedate()).isBefore(java.util.Date.from(local(11, 23, 10, 1))));
        assertThat(total(message)).isEqualTo(local(11, 23, 11, 0));
        assertThat(candidates(message, CONCEPT_NOW)).containsExactly("riskCoordinator");
        assertThat(reasonOf(message, "Приоритет: резонансный")).isEqualTo("Видео набрало 100 тысяч просмотров");
        staff.does("riski", message, CONCEPT_NOW, Map.of("concept", "Признать и назвать дату"));
        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        draft(message, "solved");
        approve(message);
        assertThat(staff.openKeys(message)).containsExactly("userTask_approveByCur");
    }

    @Test
    @DisplayName("стало высоким: сроки сдвинуты, концепция не нужна")
    void becomingHighNeedsNoConcept() {
        UUID message = accepted();
        reprioritise(message, Priority.HIGH, "Рядом школа");

        assertThat(due(message, DRAFT)).isEqualTo(local(11, 23, 11, 0));
        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
    }

    @Test
    @DisplayName("автор дополнил: видно в истории и исполнителю, срок прежний")
    void whatTheAuthorAddsIsSeen() {
        UUID message = accepted();
        var due = due(message, DRAFT);
        followUps.take(message, FollowUpKind.ADDED, "more-" + message, "И люк открыт", null);

        assertThat(history(message)).contains("Дополнение автора");
        assertThat(card(message).followUps()).singleElement().satisfies(added -> assertThat(added.text())
                .isEqualTo("И люк открыт"));
        assertThat(due(message, DRAFT)).isEqualTo(due);
        assertThat(followUps.take(message, FollowUpKind.ADDED, "more-" + message, "И люк открыт", null))
                .as("the same once more")
                .isFalse();
    }

    @Test
    @DisplayName("автор удалил сообщение до публикации: сначала решают, публиковать ли")
    void afterTheAuthorsDeletionSomebodyDecides() {
        UUID message = accepted();
        followUps.take(message, FollowUpKind.DELETED, "del-" + message, null, null);
        draft(message, "solved");
        approve(message);
        assertThat(staff.openKeys(message)).containsExactly("userTask_decideAfterDeletion");
        staff.does(
                "im", message, "userTask_decideAfterDeletion", input("withhold", "reason", "Отвечать больше некому"));

        assertClosed(message, "ответ не публиковался");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("statuses")
    @DisplayName("руководитель отменяет на любом шаге")
    void theHeadCancelsAtAnyStep(MessageStatus status) {
        UUID message = at(status);
        assertThat(facts.status(message)).isEqualTo(status);
        staff.as(HEAD, () -> {
            oversight.cancel(message, "Решено иначе");
            return message;
        });

        assertClosed(message, "отменено руководителем");
        assertThat(reasonOf(message, "Отменено")).isEqualTo("Решено иначе");
        assertThat(staff.openKeys(message)).isEmpty();
        assertThat(jdbc.sql("select count(*) from mcu.step_deadline where message_id = ? and closed_at is null")
                        .param(message)
                        .query(Long.class)
                        .single())
                .as("deadlines still open")
                .isZero();
    }

    static Stream<MessageStatus> statuses() {
        return Stream.of(
                MessageStatus.TRIAGE,
                MessageStatus.CLARIFYING,
                MessageStatus.AWAITING_PARENT,
                MessageStatus.CONCEPT,
                MessageStatus.DRAFTING,
                MessageStatus.AWAITING_FACTS,
                MessageStatus.REVIEW,
                MessageStatus.CUR_APPROVAL,
                MessageStatus.PUBLISHING,
                MessageStatus.CONTROL,
                MessageStatus.QUALITY_CHECK);
    }

    private UUID at(MessageStatus status) {
        UUID message = citizenWrites();
        switch (status) {
            case CLARIFYING -> {
                triage("im", message, "clarify", "question", "У какого подъезда яма?");
                publish(message);
            }
            case AWAITING_PARENT -> triage("im", message, "duplicate", "parentNumber", facts.number(accepted()));
            case CONCEPT -> accept(message, "resonant");
            case DRAFTING -> accept(message, "normal");
            case AWAITING_FACTS -> {
                accept(message, "normal");
                staff.does(
                        EXECUTOR,
                        message,
                        DRAFT,
                        Map.of(
                                "decision",
                                "needFacts",
                                "factQuestions",
                                java.util.List.of(Map.of("body", "vodokanal", "question", "Чей колодец?"))));
            }
            case REVIEW -> {
                accept(message, "normal");
                draft(message, "solved");
            }
            case CUR_APPROVAL -> {
                accept(message, "resonant");
                staff.does("riski", message, CONCEPT, Map.of("concept", "Спокойно"));
                draft(message, "solved");
                approve(message);
            }
            case PUBLISHING -> {
                accept(message, "normal");
                draft(message, "solved");
                approve(message);
            }
            case CONTROL -> {
                accept(message, "normal");
                answer(message, "solved");
            }
            case QUALITY_CHECK -> {
                accept(message, "normal");
                answer(message, "solved");
                publish(message);
                authorMarks(message, 1, false);
            }
            default -> assertThat(status).isEqualTo(MessageStatus.TRIAGE);
        }
        return message;
    }

    @Test
    @DisplayName("отменить без причины нельзя, закрытое – тоже")
    void cancellingNeedsAReasonAndAnOpenMessage() {
        UUID message = citizenWrites();
        assertThatThrownBy(() -> oversight.cancel(message, " ")).isInstanceOf(Refused.class);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);

        triage("im", message, "reject", "reason", "Реклама");
        assertThatThrownBy(() -> oversight.cancel(message, "Передумали")).hasMessageContaining("уже закрыто");
    }

    @Test
    @DisplayName("руководитель берёт работу на себя и отвечает сам; видно, у кого взял")
    void theHeadTakesOver() {
        UUID message = accepted();
        tasks.claim(staff.task(message, DRAFT).getId(), EXECUTOR);
        staff.as(HEAD, () -> {
            takesOver.take(message, "Исполнитель заболел");
            return message;
        });

        assertThat(staff.task(message, DRAFT).getAssignee()).isEqualTo(HEAD);
        assertThat(reasonOf(message, "Взято в работу руководителем")).isEqualTo("Исполнитель заболел");
        assertThatThrownBy(() -> draft(message, "solved")).hasMessageContaining("Головин");
    }

    @Test
    @DisplayName("никто не взял: предупреждён руководитель, просрочка – ему же, полтора срока – куратору")
    void whatNobodyTookEscalates() {
        UUID message = citizenWrites();
        String clockOf = "boundaryEvent_triageMessageClock";

        assertThat(staff.waitForTimer(message, clockOf)).isEqualTo(local(11, 23, 9, 30));
        assertThat(candidates(message, TRIAGE)).containsExactly("head", "imOperator");
        assertThat(reasonOf(message, "Срок подходит")).isEqualTo("Сообщено: Руководитель и координатор МЦУ");
        assertThat(staff.waitForTimer(message, clockOf)).isEqualTo(local(11, 23, 10, 0));
        assertThat(reasonOf(message, "Срок вышел")).isEqualTo("Сообщено: Руководитель и координатор МЦУ");
        assertThat(staff.waitForTimer(message, clockOf)).isEqualTo(local(11, 23, 10, 30));
        assertThat(candidates(message, TRIAGE)).containsExactly("curator", "head", "imOperator");
        assertThat(reasonOf(message, "Срок вышел в полтора раза")).isEqualTo("Сообщено: Куратор МЦУ");
        assertThat(staff.jobs(message, clockOf)).as("nobody is left to tell").isEmpty();
        accept("kurator", message, "normal");
        assertThat(facts.status(message)).isEqualTo(MessageStatus.DRAFTING);
    }

    @Test
    @DisplayName("взятую задачу напоминают исполнителю, просроченную видит руководитель")
    void whoTookItIsWarnedFirst() {
        UUID message = accepted();
        tasks.claim(staff.task(message, DRAFT).getId(), EXECUTOR);
        staff.waitForTimer(message, "boundaryEvent_draftAnswerClock");

        assertThat(candidates(message, DRAFT)).containsExactly("body-housing");
        assertThat(reasonOf(message, "Срок подходит")).startsWith("Сообщено: Сомова");
        staff.waitForTimer(message, "boundaryEvent_draftAnswerClock");
        assertThat(candidates(message, DRAFT)).containsExactly("body-housing", "head");
    }

    @Test
    @Clause("rubtsovsk:4.3.2")
    @DisplayName("полтора срока у исполнителя: задачу видит ответственный за его отраслевой блок, чужой блок – нет")
    void theBlockLeadSeesWhatHisBodyIsLateWith() {
        UUID message = accepted();
        assertThat(staff.as("blok", () -> tasksOf("block-city", message))).isZero();
        for (int level = 0; level < 3; level++) {
            staff.waitForTimer(message, "boundaryEvent_draftAnswerClock");
        }

        assertThat(candidates(message, DRAFT)).containsExactly("block-city", "body-housing", "curator", "head");
        assertThat(reasonOf(message, "Срок вышел в полтора раза"))
                .isEqualTo(
                        "Сообщено: Ответственный за отраслевой тематический блок («Городское хозяйство»), Куратор МЦУ");
        assertThat(staff.as("blok", () -> cards.card(message)).number()).isEqualTo(facts.number(message));
    }

    private long tasksOf(String group, UUID message) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(message.toString())
                .taskCandidateGroup(group)
                .count();
    }

    @Test
    @DisplayName("концепцию спрашивают один раз: резонансным стало до разбора или орган сменился")
    void theConceptIsAskedForOnce() {
        UUID message = citizenWrites();
        reprioritise(message, Priority.RESONANT, "Видео набрало 100 тысяч просмотров");
        assertThat(staff.openKeys(message))
                .as("triage leads to the concept anyway")
                .containsExactly(TRIAGE);
        accept(message, "resonant");
        assertThat(staff.openKeys(message)).containsExactly(CONCEPT);
        reprioritise(message, Priority.HIGH, "Просмотры накручены");
        reprioritise(message, Priority.RESONANT, "Показали по телевидению");
        assertThat(staff.openKeys(message)).containsExactly(CONCEPT);
        staff.does("riski", message, CONCEPT, Map.of("concept", "Признать и назвать дату"));

        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input("notCompetent", "competentBody", "vodokanal", "reason", "Это колодец водоканала."));
        accept(message, "resonant");
        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(card(message).concept()).isEqualTo("Признать и назвать дату");
    }

    @Test
    @DisplayName("срочную концепцию ещё пишут, а вопрос вернули на разбор: второй раз её не просят")
    void anAwaitedConceptIsNotAskedForAgain() {
        UUID message = accepted();
        reprioritise(message, Priority.RESONANT, "Видео набрало 100 тысяч просмотров");
        reprioritise(message, Priority.HIGH, "Просмотры накручены");
        reprioritise(message, Priority.RESONANT, "Показали по телевидению");
        assertThat(staff.openKeys(message)).containsExactly(DRAFT, CONCEPT_NOW);
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                input("notCompetent", "competentBody", "vodokanal", "reason", "Это колодец водоканала."));
        accept(message, "resonant");
        assertThat(staff.openKeys(message)).containsExactly(DRAFT, CONCEPT_NOW);
    }

    private void reprioritise(UUID message, Priority priority, String reason) {
        staff.as(HEAD, () -> {
            oversight.changePriority(message, priority, reason);
            return message;
        });
    }
}
