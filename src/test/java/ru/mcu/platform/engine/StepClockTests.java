package ru.mcu.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import ru.mcu.platform.EngineTest;
import ru.mcu.platform.EngineTestApplication.Reminder;
import ru.mcu.platform.EngineTestApplication.Steps;
import ru.mcu.platform.Models;
import ru.mcu.platform.StepClock;
import ru.mcu.platform.TestClock;

@EngineTest
@DisplayName("Один таймер шага срабатывает в каждый момент, который называет StepClock")
class StepClockTests {

    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TestClock clock;

    @Autowired
    Steps steps;

    @Autowired
    Reminder reminder;

    String instance = "";

    @BeforeEach
    void deploy() {
        clock.set(START);
        steps.moments.clear();
        reminder.reminded = 0;
        String model = Models.process("watchedStep", """
                <bpmn:startEvent id="startEvent_begun"/>
                <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="userTask_work"/>
                <bpmn:userTask id="userTask_work">
                  <bpmn:extensionElements>%1$s</bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="boundaryEvent_attention" attachedToRef="userTask_work" cancelActivity="false">
                  <bpmn:extensionElements>%1$s</bpmn:extensionElements>
                  <bpmn:timerEventDefinition id="timer_attention">
                    <bpmn:timeCycle xsi:type="bpmn:tFormalExpression">${steps.clock(execution)}</bpmn:timeCycle>
                  </bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:sequenceFlow id="flow_due" sourceRef="boundaryEvent_attention" targetRef="serviceTask_remind"/>
                <bpmn:serviceTask id="serviceTask_remind" camunda:delegateExpression="${reminder}"/>
                <bpmn:sequenceFlow id="flow_reminded" sourceRef="serviceTask_remind" targetRef="endEvent_reminded"/>
                <bpmn:endEvent id="endEvent_reminded"/>
                <bpmn:sequenceFlow id="flow_done" sourceRef="userTask_work" targetRef="endEvent_done"/>
                <bpmn:endEvent id="endEvent_done"/>
                """.formatted(Models.clause("stavropol:III.9.6")));
        repository
                .createDeployment()
                .name("watched-step")
                .source("test")
                .enableDuplicateFiltering(false)
                .addInputStream("watched-step.bpmn", new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)))
                .deploy();
    }

    @AfterEach
    void cleanUp() {
        runtime.deleteProcessInstanceIfExists(instance, "test", true, true, true, false);
        clock.reset();
    }

    @Test
    @DisplayName("предупреждение, просрочка, эскалация – и больше ничего")
    void threeMomentsThenSilence() {
        List<Date> moments = List.of(at(1), at(2), at(5));
        steps.moments.addAll(moments);
        start();

        for (Date moment : moments) {
            Job job = job();
            assertThat(job.getDuedate()).isEqualTo(moment);
            clock.set(moment.toInstant());
            management.executeJob(job.getId());
        }

        assertThat(reminder.reminded).isEqualTo(3);
        assertThat(jobs()).isEmpty();
    }

    @Test
    @DisplayName("пропущенные за простой моменты сливаются в один")
    void missedMomentsFireOnce() {
        steps.moments.addAll(List.of(at(1), at(2), at(5)));
        start();

        clock.set(at(3).toInstant());
        management.executeJob(job().getId());

        assertThat(reminder.reminded).isOne();
        assertThat(job().getDuedate()).isEqualTo(at(5));
    }

    @Test
    @DisplayName("без срока таймер спит, а не срабатывает сразу")
    void nothingToWatchSleeps() {
        start();

        assertThat(job().getDuedate()).isEqualTo(StepCycleCalendar.NEVER);
    }

    @Test
    @DisplayName("новый срок переставляет таймер")
    void recalculationFollowsTheDeadline() {
        steps.moments.add(at(1));
        start();
        steps.moments.set(0, at(4));

        management.recalculateJobDuedate(job().getId(), false);

        assertThat(job().getDuedate()).isEqualTo(at(4));
    }

    @Test
    @DisplayName("обычный цикл по-прежнему понимает сам движок")
    void otherCyclesStayTheEngines() {
        StepCycleCalendar calendar =
                new StepCycleCalendar(new StaticListableBeanFactory().getBeanProvider(StepClock.class));

        assertThat(calendar.resolveDuedate("R3/PT1H", Date.from(START))).isEqualTo(at(1));
    }

    private void start() {
        instance = runtime.startProcessInstanceByKey(
                        "watchedStep", UUID.randomUUID().toString())
                .getId();
    }

    private Job job() {
        return jobs().get(0);
    }

    private List<Job> jobs() {
        return management.createJobQuery().processInstanceId(instance).list();
    }

    private static Date at(int hours) {
        return Date.from(START.plus(Duration.ofHours(hours)));
    }
}
