package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mcu.message.process.Answering.APPROVE_BY_CUR;
import static ru.mcu.message.process.Answering.BY_HAND;
import static ru.mcu.message.process.Answering.CUR;
import static ru.mcu.message.process.Answering.CURATOR;
import static ru.mcu.message.process.Answering.DISPUTE;
import static ru.mcu.message.process.Answering.DRAFT;
import static ru.mcu.message.process.Answering.EXECUTOR;
import static ru.mcu.message.process.Answering.HEAD;
import static ru.mcu.message.process.Answering.WITHOUT_CUR;
import static ru.mcu.message.process.Refusals.assertWrongField;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.ApprovalDecision;
import ru.mcu.message.CurLinks;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.TestClock;
import ru.mcu.regulation.Clause;

@WholeApplication
@DisplayName("Согласование с ЦУР")
@Clause({"stavropol:III.5.2", "rubtsovsk:4.1.2", "rubtsovsk:1.4.1"})
class CurApprovalTests {

    private static final Duration NORM = Duration.ofMinutes(15);

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    MessageFacts facts;

    @Autowired
    CurLinks links;

    @Autowired
    JdbcClient database;

    private Answering answering;

    @Autowired
    void usualSteps(Staff people) {
        answering = new Answering(people);
    }

    @BeforeEach
    void mondayMorning() {
        clock.set(Answering.MONDAY_MORNING);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("ЦУР согласовал – ответ идёт в публикацию")
    void anApprovedAnswerGoesOut() {
        UUID message = answering.withCur();
        assertThat(facts.status(message)).isEqualTo(MessageStatus.CUR_APPROVAL);

        staff.does(CUR, message, APPROVE_BY_CUR, Map.of("decision", "approve"));

        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
        assertThat(rounds(message)).containsExactly("MCU APPROVED", "CUR APPROVED");
    }

    @Test
    @DisplayName("ЦУР вернул четыре раза – решает куратор: выпустить как есть")
    void theFourthReturnGoesToTheCurator() {
        UUID message = returnedFourTimes();

        assertWrongField(
                "remarks", () -> staff.does(CURATOR, message, DISPUTE, Map.of("decision", "approve", "remarks", " ")));
        staff.does(CURATOR, message, DISPUTE, Map.of("decision", "approve", "remarks", "Ответ верный, публикуем"));

        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
        assertThat(rounds(message)).endsWith("CUR RETURNED", "CURATOR APPROVED").hasSize(9);
    }

    @Test
    @DisplayName("куратор может вернуть спорный ответ исполнителю")
    void theCuratorMayReturnADisputedAnswer() {
        UUID message = returnedFourTimes();

        staff.does(CURATOR, message, DISPUTE, Map.of("decision", "giveBack", "remarks", "Назовите подрядчика"));

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(staff.task(message, DRAFT).getAssignee()).isEqualTo(EXECUTOR);
        assertThat(returned(message)).isEqualTo(1);
    }

    @Test
    @DisplayName("о споре напоминают куратору, и никто другой его не решает")
    void aDisputeStaysWithTheCurator() {
        UUID message = returnedFourTimes();

        staff.waitForTimer(message, "boundaryEvent_resolveDisputeClock");

        assertThat(Answering.offered(tasks, "curator", message, DISPUTE)).isTrue();
        assertThat(Answering.offered(tasks, "head", message, DISPUTE)).isFalse();
    }

    @Test
    @DisplayName("ЦУР молчит: по норме напоминание и письмо, по двум нормам решает руководитель")
    void aSilentCurIsRemindedAndThenTheHeadDecides() {
        UUID message = answering.withCur();
        assertThat(letters(message)).containsExactly("Согласование");

        assertThat(staff.waitForTimer(message, "boundaryEvent_approveByCurClock"))
                .isEqualTo(Answering.MONDAY_MORNING.plus(NORM));
        assertThat(letters(message)).containsExactly("Напоминание", "Согласование");
        assertThat(Answering.offered(tasks, "cur", message, APPROVE_BY_CUR)).isTrue();
        assertThat(Answering.offered(tasks, "head", message, APPROVE_BY_CUR)).isFalse();
        staff.waitForTimer(message, "boundaryEvent_approveByCurClock");
        assertThat(letters(message)).as("one reminder is enough").hasSize(2);
        assertThat(Answering.offered(tasks, "curator", message, APPROVE_BY_CUR)).isFalse();

        String token = links.create(message, process(message));
        assertThat(staff.waitForTimer(message, "boundaryEvent_curSilent"))
                .isEqualTo(Answering.MONDAY_MORNING.plus(NORM.multipliedBy(2)));
        assertThat(staff.openKeys(message)).containsExactly(WITHOUT_CUR);
        assertThat(links.open(token)).as("the ЦУР is too late").isEmpty();
        assertWrongField("reason", () -> staff.does(HEAD, message, WITHOUT_CUR, Map.of("decision", "approve")));
        staff.does(HEAD, message, WITHOUT_CUR, Map.of("decision", "approve", "reason", "ЦУР не ответил, срок выходит"));

        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
        assertThat(rounds(message)).containsExactly("MCU APPROVED", "HEAD APPROVED");
    }

    @Test
    @DisplayName("вместо молчащего ЦУР руководитель может вернуть ответ")
    void theHeadMayReturnTheAnswerInstead() {
        UUID message = answering.withCur();
        staff.waitForTimer(message, "boundaryEvent_curSilent");

        staff.does(HEAD, message, WITHOUT_CUR, Map.of("decision", "giveBack", "reason", "Нет срока работ"));

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(returned(message)).isEqualTo(1);
        assertThat(String.valueOf(staff.sees(EXECUTOR, message, DRAFT).view().get("remarks")))
                .contains("Нет срока работ");
    }

    @Test
    @DisplayName("руководитель может подождать: ЦУР получает задачу и новую ссылку")
    void theHeadMayWaitOnceMore() {
        UUID message = answering.withCur();
        staff.waitForTimer(message, "boundaryEvent_curSilent");
        staff.waitForTimer(message, "boundaryEvent_decideWithoutCurClock");
        assertThat(Answering.offered(tasks, "cur", message, WITHOUT_CUR))
                .as("the head's decision is not the ЦУР's")
                .isFalse();

        staff.does(HEAD, message, WITHOUT_CUR, Map.of("decision", "await", "reason", "Обещали через час"));

        assertThat(staff.openKeys(message)).containsExactly(APPROVE_BY_CUR);
        assertThat(letters(message)).containsExactly("Согласование", "Согласование");
        staff.does(CUR, message, APPROVE_BY_CUR, Map.of("decision", "approve"));
        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
    }

    @Test
    @DisplayName("решение по ссылке завершает задачу ЦУР")
    void aDecisionByLinkCompletesTheTask() {
        UUID message = answering.withCur();
        String token = links.create(message, process(message));

        links.decide(token, ApprovalDecision.RETURNED, "Нет имени автора");

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(returned(message)).isEqualTo(1);
        assertThat(String.valueOf(staff.sees(EXECUTOR, message, DRAFT).view().get("remarks")))
                .contains("Нет имени автора", "ЦУР по ссылке");
        assertThat(links.open(token)).isEmpty();
    }

    @Test
    @DisplayName("решение в списке задач гасит ссылку")
    void aDecisionInTasklistEndsTheLink() {
        UUID message = answering.withCur();
        String token = links.create(message, process(message));
        assertThat(links.open(token)).isPresent();

        staff.does(CUR, message, APPROVE_BY_CUR, Map.of("decision", "approve"));

        assertThat(links.open(token)).isEmpty();
    }

    private UUID returnedFourTimes() {
        UUID message = answering.withCur();
        for (int round = 1; round < 4; round++) {
            giveBack(message, round);
            assertThat(staff.task(message, DRAFT).getAssignee()).isEqualTo(EXECUTOR);
            assertThat(returned(message)).isEqualTo(1);
            answering.ready(message);
            answering.approve(message);
        }
        giveBack(message, 4);
        clock.set(clock.instant().plusSeconds(60));
        assertThat(staff.openKeys(message)).containsExactly(DISPUTE);
        return message;
    }

    private void giveBack(UUID message, int round) {
        clock.set(clock.instant().plusSeconds(60));
        staff.does(CUR, message, APPROVE_BY_CUR, Map.of("decision", "giveBack", "remarks", "Замечание " + round));
    }

    private String process(UUID message) {
        return staff.task(message, APPROVE_BY_CUR).getProcessInstanceId();
    }

    private long returned(UUID message) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(message.toString())
                .taskDefinitionKey(DRAFT)
                .processVariableValueEquals("rework", true)
                .count();
    }

    private List<String> rounds(UUID message) {
        return database.sql(
                        "select stage || ' ' || decision from mcu.approval where message_id = :id order by decided_at, id")
                .param("id", message)
                .query(String.class)
                .list();
    }

    /** First words of the letters to the ЦУР about the message. */
    private List<String> letters(UUID message) {
        return database.sql("""
                        select regexp_replace(subject, '[: ].*', '') from mcu.outbox
                        where recipient = 'cur@region.example' and subject like '%' || :number order by 1""")
                .param("number", facts.number(message))
                .query(String.class)
                .list();
    }
}
