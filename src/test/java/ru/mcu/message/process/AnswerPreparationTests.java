package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.mcu.message.process.Answering.ANSWER;
import static ru.mcu.message.process.Answering.BY_HAND;
import static ru.mcu.message.process.Answering.DRAFT;
import static ru.mcu.message.process.Answering.EXECUTOR;
import static ru.mcu.message.process.Answering.FACTS;
import static ru.mcu.message.process.Answering.OPERATOR;
import static ru.mcu.message.process.Answering.REVIEW;
import static ru.mcu.message.process.Answering.TRIAGE;
import static ru.mcu.message.process.Refusals.assertForbidden;
import static ru.mcu.message.process.Refusals.assertWrongField;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Priority;
import ru.mcu.platform.Channel;
import ru.mcu.platform.TestClock;
import ru.mcu.platform.audit.AuditEntry;
import ru.mcu.platform.audit.AuditTrail;
import ru.mcu.platform.task.TaskSubmission;
import ru.mcu.regulation.Clause;

@WholeApplication
@DisplayName("Подготовка ответа")
@Clause({"stavropol:III.9.4", "rubtsovsk:5.1"})
class AnswerPreparationTests {

    private static final String INTERIM =
            "Здравствуйте! Подрядчика ищем. Окончательный ответ дадим до 2 декабря 2026 года.";

    /** Works in the press service and answers for the housing department. */
    private static final String BOTH = "sovmestitel";

    @Autowired
    Staff staff;

    @Autowired
    TestClock clock;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskSubmission submission;

    @Autowired
    ObjectMapper json;

    @Autowired
    MessageFacts facts;

    @Autowired
    AuditTrail audit;

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
        identity.deleteUser(BOTH);
    }

    @Test
    @DisplayName("готовый ответ проверяет МЦУ, ЦУР по обычному сообщению в Рубцовске не нужен")
    void aReadyAnswerIsReviewedAndGoesOut() {
        UUID message = answering.inDrafting();
        assertThat(norm(message, DRAFT)).isEqualTo("draft 4 рабочие часы");

        answering.ready(message);

        assertThat(staff.openKeys(message)).containsExactly(REVIEW);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.REVIEW);
        answering.approve(message);
        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
    }

    @Test
    @DisplayName("ответ по сообщению с высоким приоритетом в Рубцовске в ЦУР не идёт")
    void aHighPriorityNeedsNoApprovalOfTheCur() {
        UUID message = staff.citizenWrites(Channel.VK, "На улице Ленина, 15 яма на дороге");
        answering.accept(message, Priority.HIGH);
        answering.ready(message);
        answering.approve(message);

        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
    }

    @Test
    @DisplayName("готовый проект из другой системы сразу идёт на проверку")
    void animportedDraftBeginsWithTheReview() {
        UUID message = staff.register(Answering.drafted());

        assertThat(staff.openKeys(message)).containsExactly(REVIEW);
    }

    @Test
    @DisplayName("промежуточный ответ без даты окончательного не принимается")
    void anInterimAnswerNamesTheDateOfTheFinalOne() {
        UUID message = answering.inDrafting();

        assertWrongField(
                "finalDueOn",
                () -> staff.does(EXECUTOR, message, DRAFT, Map.of("decision", "interim", "text", INTERIM)));
        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
    }

    @Test
    @DisplayName("после промежуточного ответа на окончательный даётся семь рабочих дней")
    void afterAnInterimAnswerTheFinalOneFollows() {
        UUID message = answering.inDrafting();
        staff.does(
                EXECUTOR, message, DRAFT, Map.of("decision", "interim", "text", INTERIM, "finalDueOn", "2026-12-02"));
        answering.approve(message);
        assertThat(staff.sees(OPERATOR, message, BY_HAND).view()).containsEntry("kindTitle", "Промежуточный ответ");
        publish(message);

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(norm(message, DRAFT)).isEqualTo("interimFinal 7 рабочие дни");
        answering.ready(message);
        answering.approve(message);
        assertThat(staff.sees(OPERATOR, message, BY_HAND).view()).containsEntry("kindTitle", "Ответ");
    }

    @Test
    @DisplayName("«не в компетенции» требует назвать другой компетентный орган")
    void notCompetentNamesTheCompetentBody() {
        UUID message = answering.inDrafting();

        assertWrongField(
                "competentBody",
                () -> staff.does(
                        EXECUTOR, message, DRAFT, Map.of("decision", "notCompetent", "reason", "Это сети водоканала")));
        assertWrongField(
                "competentBody",
                () -> staff.does(
                        EXECUTOR,
                        message,
                        DRAFT,
                        Map.of("decision", "notCompetent", "competentBody", "housing", "reason", "Не наше")));

        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                Map.of("decision", "notCompetent", "competentBody", "vodokanal", "reason", "Это сети водоканала."));
        assertThat(staff.openKeys(message)).containsExactly(TRIAGE);
        assertThat(facts.executorBody(message)).isEmpty();
        assertThat(String.valueOf(staff.sees(OPERATOR, message, TRIAGE).view().get("returns")))
                .contains("Это сети водоканала", "Водоканал");
    }

    @Test
    @DisplayName("сведения запрашивают у двух органов сразу; «сведений нет» – тоже ответ; исполнитель видит оба")
    void factsComeFromTwoBodiesInParallel() {
        UUID message = answering.inDrafting();
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                Answering.needFacts(List.of(
                        Answering.question("vodokanal", "Были ли раскопки на Ленина, 15?"),
                        Answering.question("architecture", "Выдан ли ордер на раскопку?"))));
        assertThat(staff.openKeys(message)).containsExactly(FACTS, FACTS);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.AWAITING_FACTS);

        answersFacts("ispolnitel-vodokanal", message, Map.of("answer", "Раскопок не было", "refused", false));
        assertThat(staff.openKeys(message)).containsExactly(FACTS);
        answersFacts("ispolnitel-architecture", message, Map.of("answer", "Учёта ордеров нет", "refused", true));

        assertThat(staff.openKeys(message)).containsExactly(DRAFT);
        assertThat(String.valueOf(staff.sees(EXECUTOR, message, DRAFT).view().get("facts")))
                .contains("Раскопок не было", "refused=false", "Учёта ордеров нет", "refused=true", "Водоканал");
    }

    @Test
    @DisplayName("на сведения – половина срока подготовки; просрочку видит руководитель")
    void factsAreDueInHalfTheNormOfDrafting() {
        UUID message = answering.inDrafting();
        staff.does(
                EXECUTOR,
                message,
                DRAFT,
                Answering.needFacts(List.of(Answering.question("vodokanal", "Были ли раскопки?"))));

        assertThat(norm(message, FACTS)).isEqualTo("facts 2 рабочие часы");
        staff.waitForTimer(message, "boundaryEvent_provideFactsClock");
        staff.waitForTimer(message, "boundaryEvent_provideFactsClock");
        assertThat(told(message, "Срок вышел")).contains("Руководитель");
        assertThat(Answering.offered(tasks, "head", message, FACTS)).isTrue();
    }

    @Test
    @DisplayName("свой ответ проверить нельзя, даже если есть обе роли")
    void nobodyReviewsHisOwnAnswer() {
        var person = identity.newUser(BOTH);
        person.setFirstName("Юлия");
        person.setLastName("Совместова");
        identity.saveUser(person);
        List.of("executor", "body-housing", "imOperator").forEach(group -> identity.createMembership(BOTH, group));
        UUID message = answering.inDrafting();
        staff.does(BOTH, message, DRAFT, Map.of("decision", "ready", "outcome", "solved", "text", ANSWER));

        assertForbidden(() -> staff.does(BOTH, message, REVIEW, Map.of("decision", "approve")));
        assertForbidden(
                () -> staff.does(BOTH, message, REVIEW, Map.of("decision", "giveBack", "remarks", "Поправлю сама")));
        assertThat(staff.openKeys(message)).containsExactly(REVIEW);
        answering.approve(message);
        assertThat(staff.openKeys(message)).containsExactly(BY_HAND);
    }

    @Test
    @DisplayName("возврат с замечаниями: к автору, на час, в списке «Вернулись на доработку»")
    void aReturnedAnswerGoesToItsAuthorWithTheRemarks() {
        UUID message = answering.inDrafting();
        answering.ready(message);
        assertWrongField("remarks", () -> staff.does(OPERATOR, message, REVIEW, Map.of("decision", "giveBack")));

        staff.does(OPERATOR, message, REVIEW, Map.of("decision", "giveBack", "remarks", "Назовите подрядчика"));

        assertThat(staff.task(message, DRAFT).getAssignee()).isEqualTo(EXECUTOR);
        assertThat(norm(message, DRAFT)).isEqualTo("rework 1 рабочие часы");
        assertThat(returned(message)).isEqualTo(1);
        assertThat(String.valueOf(staff.sees(EXECUTOR, message, DRAFT).view().get("remarks")))
                .contains("Назовите подрядчика");
        answering.ready(message);
        assertThat(returned(message)).isZero();
    }

    @Test
    @DisplayName("никто не взял – предупреждён руководитель; норма вышла – руководитель; полторы – куратор")
    void anUntakenDraftEscalates() {
        UUID message = answering.inDrafting();

        staff.waitForTimer(message, "boundaryEvent_draftAnswerClock");
        assertThat(told(message, "Срок подходит")).contains("Руководитель");
        staff.waitForTimer(message, "boundaryEvent_draftAnswerClock");
        assertThat(told(message, "Срок вышел")).contains("Руководитель");
        assertThat(Answering.offered(tasks, "curator", message, DRAFT)).isFalse();
        staff.waitForTimer(message, "boundaryEvent_draftAnswerClock");
        assertThat(told(message, "Срок вышел в полтора раза")).contains("Куратор");
        assertThat(Answering.offered(tasks, "curator", message, DRAFT)).isTrue();
        assertThat(staff.jobs(message, "boundaryEvent_draftAnswerClock")).isEmpty();
    }

    @Test
    @DisplayName("о взятой проверке напоминают тому, кто её взял")
    void aTakenReviewWarnsItsAssignee() {
        UUID message = answering.inDrafting();
        answering.ready(message);
        tasks.setAssignee(staff.task(message, REVIEW).getId(), OPERATOR);

        staff.waitForTimer(message, "boundaryEvent_reviewAnswerClock");

        assertThat(told(message, "Срок подходит")).contains("Лентова");
    }

    private void answersFacts(String user, UUID message, Map<String, ?> input) {
        staff.as(user, () -> {
            List<Task> own = tasks.createTaskQuery()
                    .processInstanceBusinessKey(message.toString())
                    .taskDefinitionKey(FACTS)
                    .list();
            assertThat(own).as("requests that %s sees", user).hasSize(1);
            submission.submit(own.get(0).getId(), json.valueToTree(input));
            return own;
        });
    }

    private void publish(UUID message) {
        staff.does(OPERATOR, message, BY_HAND, Map.of("decision", "published", "link", "https://vk.com/wall-1_2"));
    }

    private long returned(UUID message) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(message.toString())
                .processVariableValueEquals("rework", true)
                .count();
    }

    private String norm(UUID message, String taskKey) {
        return database.sql("""
                        select step || ' ' || trim_scale(norm_amount) || ' ' || norm_unit
                        from mcu.step_deadline where task_id = :task""")
                .param("task", staff.task(message, taskKey).getId())
                .query(String.class)
                .single();
    }

    private String told(UUID message, String event) {
        return audit.of(message).stream()
                .filter(entry -> entry.action().equals(event))
                .map(AuditEntry::reason)
                .map(String::valueOf)
                .reduce("", String::concat);
    }
}
