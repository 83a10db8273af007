package ru.mcu.message.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import ru.mcu.WholeApplication;
import ru.mcu.message.ByHand;
import ru.mcu.message.MessageStatus;
import ru.mcu.message.Registered;
import ru.mcu.platform.Models;
import ru.mcu.platform.Refused;
import ru.mcu.platform.task.TaskInputs;
import ru.mcu.platform.task.TaskSubmission;

@WholeApplication
@DisplayName("Что с задачами и процессами можно, а чего нельзя")
class TaskRulesTests extends MessagePaths {

    @Autowired
    TaskSubmission submission;

    @Autowired
    TaskInputs inputs;

    @Autowired
    ByHand byHand;

    @Autowired
    RepositoryService repository;

    @Autowired
    com.fasterxml.jackson.databind.ObjectMapper json;

    @Test
    @DisplayName("задача завершается только через свою форму")
    void tasksAreCompletedByTheirFormsOnly() {
        UUID message = citizenWrites();
        String task = staff.task(message, TRIAGE).getId();

        assertThatThrownBy(() -> tasks.complete(task, Map.of("triageDecision", "reject")))
                .hasRootCauseInstanceOf(Refused.class)
                .hasMessageContaining("через свою форму");
        assertThatThrownBy(() -> staff.as("im", () -> {
                    tasks.complete(task, Map.of("triageDecision", "reject"));
                    return task;
                }))
                .hasRootCauseInstanceOf(Refused.class);
        assertThat(staff.openKeys(message)).containsExactly(TRIAGE);
        assertThat(facts.status(message)).isEqualTo(MessageStatus.TRIAGE);
    }

    @ParameterizedTest(name = "ключ {0}")
    @ValueSource(strings = {"план-2026", "0b1cf3a2-7a0e-4f0e-9d5e-2f9a3c1f4b11"})
    @DisplayName("задача другого процесса, ключ которого не сообщение, заводится и снимается")
    void tasksOfOtherProcessesAreLeftAlone(String key) {
        String deployment = repository
                .createDeployment()
                .name("other")
                .addString("other-matter.bpmn", Models.oneTask("otherMatter", "forms/message/draft-answer.html"))
                .deploy()
                .getId();
        try {
            String instance =
                    runtime.startProcessInstanceByKey("otherMatter", key).getId();
            assertThat(tasks.createTaskQuery().processInstanceId(instance).count())
                    .isOne();
            runtime.deleteProcessInstance(instance, "не нужно");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    @DisplayName("задачу держит другой: сказано кто, набранный текст цел")
    void whoComesSecondLearnsWhoHoldsTheTask() {
        UUID message = accepted();
        String task = staff.task(message, DRAFT).getId();
        tasks.claim(task, EXECUTOR);
        inputs.save(task, "ispolnitel", message, "{\"text\": \"Мой вариант\"}");

        assertThatThrownBy(() -> submit("ispolnitel", task)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
            assertThat(refused.detail()).contains("Сомова Елена", "текст сохранён");
        });
        assertThat(inputs.find(task, "ispolnitel")).get().satisfies(saved -> assertThat(saved.input())
                .contains("Мой вариант"));
    }

    @Test
    @DisplayName("задачу уже выполнил другой: сказано кто, набранный текст цел и виден в следующей задаче")
    void whoComesTooLateLearnsWhoWasFaster() {
        UUID message = accepted();
        String task = staff.task(message, DRAFT).getId();
        inputs.save(task, "ispolnitel", message, "{\"text\": \"Мой вариант\"}");
        draft(message, "solved");

        assertThatThrownBy(() -> submit("ispolnitel", task)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(HttpStatus.CONFLICT);
            assertThat(refused.detail()).contains("Сомова Елена", "текст сохранён");
        });
        assertThat(inputs.leftOver(message, "ispolnitel", null))
                .singleElement()
                .satisfies(saved -> assertThat(saved.input()).contains("Мой вариант"));
        assertThat(facts.status(message)).isEqualTo(MessageStatus.REVIEW);
    }

    @Test
    @DisplayName("звонок записал оператор: сообщение на разборе, запись о регистрации осталась")
    void anOperatorRegistersACall() {
        Registered registered = staff.as("im", () -> byHand.register(call()));

        assertThat(facts.status(registered.id())).isEqualTo(MessageStatus.TRIAGE);
        assertThat(history(registered.id())).first().isEqualTo("Зарегистрировано");
        assertThat(audit.of(registered.id()).get(0).actor()).isEqualTo("im");
        assertThat(card(registered.id()).author().name()).isEqualTo("Иван Петров");
    }

    @Test
    @DisplayName("исполнитель сам сообщения не заводит: ничего не сохранено")
    void anExecutorRegistersNothing() {
        long before = count();

        assertThatThrownBy(() -> staff.as(EXECUTOR, () -> byHand.register(call())))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.status()).isEqualTo(HttpStatus.FORBIDDEN));
        assertThat(count()).isEqualTo(before);
    }

    @Test
    @DisplayName("второй процесс по сообщению в работе не начать")
    void noSecondProcessForAMessageInWork() {
        UUID message = citizenWrites();

        assertThatThrownBy(() -> startByHand(message.toString())).hasMessageContaining("процесс уже идёт");
        assertThat(staff.openKeys(message)).containsExactly(TRIAGE);
    }

    @Test
    @DisplayName("по закрытому сообщению процесс не начать")
    void noProcessForAClosedMessage() {
        UUID message = citizenWrites();
        triage("im", message, "reject", "reason", "Реклама");

        assertThatThrownBy(() -> startByHand(message.toString())).hasMessageContaining("закрыто");
        assertThat(staff.inWork(message)).isFalse();
    }

    @Test
    @DisplayName("без сообщения процесс не начать")
    void noProcessWithoutAMessage() {
        assertThatThrownBy(() -> startByHand("яма")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> startByHand(UUID.randomUUID().toString())).isInstanceOf(Refused.class);
    }

    @Test
    @DisplayName("если процесс открытого сообщения пропал, администратор начинает его заново")
    void aLostProcessMayBeStartedAgain() {
        UUID message = citizenWrites();
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(message.toString())
                        .processDefinitionKey("messageHandling")
                        .singleResult()
                        .getId(),
                "по ошибке");
        assertThat(staff.inWork(message)).isFalse();
        runtime.startProcessInstanceByKey(
                "messageHandling",
                message.toString(),
                Map.of(
                        "entryStep",
                        "triage",
                        "priority",
                        "normal",
                        "operatorGroup",
                        "imOperator",
                        "triageGroup",
                        "imOperator",
                        "textKnown",
                        true));

        assertThat(staff.openKeys(message)).containsExactly(TRIAGE);
    }

    private void startByHand(String businessKey) {
        runtime.startProcessInstanceByKey("messageHandling", businessKey, Map.of("entryStep", "triage"));
    }

    private void submit(String user, String task) {
        staff.as(user, () -> {
            submission.submit(
                    task, json.valueToTree(input("ready", "outcome", "solved", "text", "Здравствуйте! Яму заделали.")));
            return task;
        });
    }

    private long count() {
        return jdbc.sql("select count(*) from mcu.message").query(Long.class).single();
    }

    private static ByHand.Call call() {
        return new ByHand.Call(
                "phone", "Иван Петров", "+7 900 000-00-00", false, "Яма на дороге", null, null, "message", null);
    }
}
