package ru.mcu.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Refused;
import ru.mcu.platform.TestClock;
import ru.mcu.regulation.Clause;

@WholeApplication
@Clause("rubtsovsk:3.4")
@DisplayName("Замещение отсутствующего")
class AbsenceTurnoverTests {

    private static final Instant MONDAY = Instant.parse("2026-11-02T05:00:00Z");
    private static final String MODEL = "task of somebody";
    private static final Instant FRIDAY = MONDAY.plus(Duration.ofDays(4));

    @Autowired
    private Absences absences;

    @Autowired
    private AbsenceTurnover turnover;

    @Autowired
    private AbsenceRepository repository;

    @Autowired
    private People people;

    @Autowired
    private TestClock clock;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aProcessWithOneTask() {
        clock.set(MONDAY);
        models.createDeployment()
                .enableDuplicateFiltering(false)
                .name(MODEL)
                .addString("one.bpmn", """
                        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
                          <bpmn:process id="one" isExecutable="true" camunda:historyTimeToLive="P1D">
                            <bpmn:extensionElements><camunda:properties>
                              <camunda:property name="regulation" value="rubtsovsk:4.3.3" />
                            </camunda:properties></bpmn:extensionElements>
                            <bpmn:startEvent id="startEvent_one" />
                            <bpmn:sequenceFlow id="flow_in" sourceRef="startEvent_one" targetRef="userTask_one" />
                            <bpmn:userTask id="userTask_one" camunda:assignee="${who}">
                              <bpmn:extensionElements><camunda:properties>
                                <camunda:property name="regulation" value="rubtsovsk:4.3.3" />
                              </camunda:properties></bpmn:extensionElements>
                            </bpmn:userTask>
                            <bpmn:sequenceFlow id="flow_out" sourceRef="userTask_one" targetRef="endEvent_one" />
                            <bpmn:endEvent id="endEvent_one" />
                          </bpmn:process>
                        </bpmn:definitions>
                        """)
                .deploy();
    }

    @AfterEach
    void everybodyComesBack() {
        clock.set(FRIDAY.plus(Duration.ofDays(400)));
        turnover.run();
        models.createDeploymentQuery()
                .deploymentName(MODEL)
                .list()
                .forEach(it -> models.deleteDeployment(it.getId(), true));
        jdbc.sql("delete from mcu.absence").update();
        identity.clearAuthentication();
        clock.reset();
    }

    @Test
    @DisplayName("с началом отсутствия заместитель получает группы и задачи, с окончанием всё возвращается")
    void workGoesToTheDeputyAndComesBack() {
        Task task = assigned("analitik");
        away("analitik", "riski");
        assertThat(people.groupsOf("riski")).containsExactly("riskCoordinator");

        turnover.run();

        assertThat(people.groupsOf("riski")).containsExactlyInAnyOrder("riskCoordinator", "analyst");
        assertThat(reread(task).getAssignee()).isEqualTo("riski");
        assertThat(reread(task).getOwner()).isEqualTo("analitik");
        assertThat(absences.onBehalfOf("riski", List.of("analyst"))).contains("analitik");
        assertThat(absences.onBehalfOf("riski", List.of("riskCoordinator"))).isEmpty();
        assertThat(absences.onBehalfOf("riski")).contains("analitik");

        clock.set(FRIDAY);
        turnover.run();

        assertThat(people.groupsOf("riski")).containsExactly("riskCoordinator");
        assertThat(reread(task).getAssignee()).isEqualTo("analitik");
        assertThat(reread(task).getOwner()).isNull();
        assertThat(absences.onBehalfOf("riski", List.of("analyst"))).isEmpty();
        assertThat(absences.onBehalfOf("riski")).isEmpty();
        assertThat(absences.list(0, 10).getContent()).singleElement().satisfies(it -> assertThat(it.state(FRIDAY))
                .isEqualTo(AbsenceState.FINISHED));
    }

    @Test
    @DisplayName("группу, которая у заместителя была своей, у него потом не отбирают")
    void aGroupTheDeputyAlreadyHadIsKept() {
        away("pos", "im");
        turnover.run();
        assertThat(absences.onBehalfOf("im", List.of("posOperator"))).isEmpty();

        clock.set(FRIDAY);
        turnover.run();

        assertThat(people.groupsOf("im")).containsExactlyInAnyOrder("imOperator", "posOperator");
    }

    @Test
    @DisplayName("кто замещает двоих из одной группы, остаётся в ней до возвращения последнего")
    void aGroupLentTwiceIsKeptUntilTheLastIsBack() {
        away("ispolnitel", "riski");
        absences.register(
                new NewAbsence("ispolnitel-housing", "riski", MONDAY, FRIDAY.plus(Duration.ofDays(3)), null),
                "rukovoditel");
        turnover.run();

        clock.set(FRIDAY);
        turnover.run();
        assertThat(people.groupsOf("riski")).contains("body-housing", "executor");
        assertThat(absences.onBehalfOf("riski", List.of("body-housing"))).contains("ispolnitel-housing");

        clock.set(FRIDAY.plus(Duration.ofDays(3)));
        turnover.run();
        assertThat(people.groupsOf("riski")).containsExactly("riskCoordinator");
    }

    @Test
    @DisplayName("новая задача отсутствующего сразу достаётся заместителю, а взятая им самим остаётся у него")
    void newWorkGoesToTheDeputyAtOnce() {
        away("analitik", "riski");

        Task given = assigned("analitik");
        assertThat(given.getAssignee()).isEqualTo("riski");
        assertThat(given.getOwner()).isEqualTo("analitik");

        tasks.setAssignee(given.getId(), null);
        identity.setAuthentication("analitik", List.of("analyst", "camunda-admin"));
        tasks.claim(given.getId(), "analitik");
        assertThat(reread(given).getAssignee()).isEqualTo("analitik");
    }

    @Test
    @DisplayName("права администратора заместителю не передаются")
    void administrationIsNotInherited() {
        away("admin", "riski");
        turnover.run();

        assertThat(people.groupsOf("riski")).containsExactly("riskCoordinator");
    }

    @Test
    @DisplayName("досрочная отмена возвращает работу ближайшей проверкой")
    void cancellingBringsWorkBack() {
        Task task = assigned("analitik");
        Absence absence = away("analitik", "riski");
        turnover.run();

        clock.set(MONDAY.plus(Duration.ofDays(1)));
        absences.cancel(absence.id(), "rukovoditel");
        assertThat(absences.effectiveAssignee("analitik")).isEqualTo("analitik");
        turnover.run();

        assertThat(reread(task).getAssignee()).isEqualTo("analitik");
        assertThat(people.groupsOf("riski")).containsExactly("riskCoordinator");
    }

    @Test
    @DisplayName("пересечение и неизвестный сотрудник не принимаются")
    void rulesHoldInTheDatabaseToo() {
        away("analitik", "riski");

        assertThatThrownBy(() -> away("analitik", "im"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("уже записано");
        assertThatThrownBy(() -> away("im", "analitik"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("отсутствует");
        assertThatThrownBy(() -> away("riski", "im"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("замещает");
        assertThatThrownBy(() -> away("nobody", "im"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("нет");
        assertThat(repository.count()).isOne();
    }

    @Test
    @DisplayName("два узла, начавшие одновременно, передают работу один раз")
    void twoNodesDoItOnce() {
        away("analitik", "riski");

        CompletableFuture.allOf(CompletableFuture.runAsync(turnover::run), CompletableFuture.runAsync(turnover::run))
                .join();

        assertThat(people.groupsOf("riski")).containsExactlyInAnyOrder("riskCoordinator", "analyst");
        assertThat(jdbc.sql("select count(*) from mcu.deputy_membership")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private Absence away(String userId, String deputyId) {
        return absences.register(new NewAbsence(userId, deputyId, MONDAY, FRIDAY, "отпуск"), "rukovoditel");
    }

    private Task assigned(String userId) {
        String instance =
                runtime.startProcessInstanceByKey("one", Map.of("who", userId)).getId();
        return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    private Task reread(Task task) {
        identity.clearAuthentication();
        return tasks.createTaskQuery().taskId(task.getId()).singleResult();
    }
}
