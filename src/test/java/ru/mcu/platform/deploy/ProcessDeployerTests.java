package ru.mcu.platform.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.FileSystemUtils;
import ru.mcu.platform.EngineTest;
import ru.mcu.platform.McuHome;
import ru.mcu.platform.Models;

@EngineTest
@DisplayName("Папка процессов проверяется целиком, разворачивается только изменённое")
class ProcessDeployerTests {

    private static final String FORM = "forms/message/draft-answer.html";

    @Autowired
    McuHome home;

    @Autowired
    ProcessDeployer deployer;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void goodSet() throws IOException {
        write(home.root().resolve(FORM), "<form role=\"form\"></form>");
        write(home.processes().resolve("message/draft-answer.bpmn"), Models.oneTask("draftAnswer", FORM));
        write(home.processes().resolve("message/answer-norm.dmn"), Models.table("answerNorm", "", "\"PT4H\""));
    }

    @AfterEach
    void cleanUp() throws IOException {
        FileSystemUtils.deleteRecursively(home.processes());
        FileSystemUtils.deleteRecursively(home.forms());
        for (Deployment it : repository.createDeploymentQuery().list()) {
            repository.deleteDeployment(it.getId(), true, true);
        }
    }

    @Test
    @DisplayName("неизменный набор не создаёт новой версии")
    void unchangedDeploysNothing() {
        DeploymentReport first = deployer.deploy();
        DeploymentReport second = deployer.deploy();

        assertThat(first.definitions()).containsExactly("answerNorm, версия 1", "draftAnswer, версия 1");
        assertThat(second.deployed()).isFalse();
        assertThat(repository.createDeploymentQuery().deploymentName("mcu").count())
                .isOne();
    }

    @Test
    @DisplayName("два узла, стартующие разом, разворачивают набор один раз")
    void twoNodesDeployOnce() {
        CompletableFuture<DeploymentReport> one = CompletableFuture.supplyAsync(deployer::deploy);
        CompletableFuture<DeploymentReport> other = CompletableFuture.supplyAsync(deployer::deploy);

        assertThat(List.of(one.join().deployed(), other.join().deployed())).containsExactlyInAnyOrder(true, false);
    }

    @Test
    @DisplayName("изменённая форма даёт новую версию процесса вместе с формой")
    void editedFormRedeploys() throws IOException {
        deployer.deploy();
        write(home.root().resolve(FORM), "<form role=\"form\"><p>иначе</p></form>");

        DeploymentReport report = deployer.deploy();

        assertThat(report.definitions()).contains("draftAnswer, версия 2");
        String deployment = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("draftAnswer")
                .latestVersion()
                .singleResult()
                .getDeploymentId();
        assertThat(repository.getDeploymentResourceNames(deployment))
                .containsExactlyInAnyOrder(FORM, "message/draft-answer.bpmn");
        assertThat(report.definitions()).hasSize(1);
        assertThat(deployer.deploy().deployed()).isFalse();
    }

    @Test
    @DisplayName("изменённая таблица решений не даёт новых версий процессам, возврат к прежней – новая её версия")
    void onlyWhatChangedGetsANewVersion() throws IOException {
        Path table = home.processes().resolve("message/answer-norm.dmn");
        String before = Files.readString(table);
        deployer.deploy();
        write(table, Models.table("answerNorm", "", "\"PT2H\""));
        assertThat(deployer.deploy().definitions()).containsExactly("answerNorm, версия 2");

        write(table, before);
        assertThat(deployer.deploy().definitions()).containsExactly("answerNorm, версия 3");
        assertThat(deployer.deploy().deployed()).isFalse();
    }

    @Test
    @DisplayName("форма двух процессов изменилась: новые версии у обоих, форма при каждом")
    void aSharedFormRenewsAllItsModels() throws IOException {
        write(home.processes().resolve("message/review-answer.bpmn"), Models.oneTask("reviewAnswer", FORM));
        deployer.deploy();
        write(home.root().resolve(FORM), "<form role=\"form\"><p>иначе</p></form>");

        assertThat(deployer.deploy().definitions()).containsExactly("draftAnswer, версия 2", "reviewAnswer, версия 2");
    }

    @Test
    @DisplayName("одна ошибка – отклонён весь набор, и в отчёте всё, что найдено")
    void brokenIsRefusedWhole() throws IOException {
        write(home.processes().resolve("message/half.bpmn"), "<bpmn:definitions");
        write(
                home.processes().resolve("message/bad-names.bpmn"),
                Models.oneTask("otherName", "forms/message/none.html").replace("userTask_work", "Activity_0x1"));

        assertThatThrownBy(() -> deployer.deploy())
                .isInstanceOf(SetRefused.class)
                .hasMessageContaining("message/half.bpmn · – · файл не читается")
                .hasMessageContaining("message/bad-names.bpmn · otherName · имя файла и id процесса расходятся")
                .hasMessageContaining("Activity_0x1 · id не по образцу")
                .hasMessageContaining("нет файла формы forms/message/none.html");
        assertThat(repository.createDeploymentQuery().count()).isZero();
    }

    @Test
    @DisplayName("экземпляр на шаге, которого больше нет, – предупреждение")
    void vanishedStepWarns() throws IOException {
        deployer.deploy();
        runtime.startProcessInstanceByKey("draftAnswer");
        write(
                home.processes().resolve("message/draft-answer.bpmn"),
                Models.oneTask("draftAnswer", FORM).replace("userTask_work", "userTask_other"));

        DeploymentReport report = deployer.deploy();

        assertThat(report.warnings()).singleElement().asString().contains("draftAnswer", "userTask_work");
    }

    @Test
    @DisplayName("модель из Modeler получает формы из папки")
    void formsComeFromTheFolder() {
        repository
                .createDeployment()
                .name("Modeler")
                .source("Camunda Modeler")
                .enableDuplicateFiltering(true)
                .addString("draft-answer.bpmn", Models.oneTask("draftAnswer", FORM))
                .deploy();

        String deployment = repository
                .createDeploymentQuery()
                .deploymentName("Modeler")
                .singleResult()
                .getId();
        assertThat(repository.getDeploymentResourceNames(deployment))
                .containsExactlyInAnyOrder(FORM, "draft-answer.bpmn");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
