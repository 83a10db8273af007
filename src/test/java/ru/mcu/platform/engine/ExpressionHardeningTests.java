package ru.mcu.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.platform.EngineTest;
import ru.mcu.platform.Models;

@EngineTest
@DisplayName("Выражения движка не выполняют чужой код, даже если обошли проверку набора")
class ExpressionHardeningTests {

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    IdentityService identity;

    @Autowired
    DecisionService decisions;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${''.class.name}",
                "${''['class']}",
                "${''.toString()}",
                "${currentUserGroups().getClass()}",
                "${currentUserGroups().class}",
                "${now().getClass()}",
                "${now().setTime(0)}",
                "${dateTime().getClass().forName('java.lang.Runtime')}",
                "${dateTime().chronology.class}",
                "${notExported.secret()}",
                "${environment.getProperty('java.home')}",
                "${systemProperties}",
                "${dataSource}",
                "${processEngine}",
                "${reminder.getClass()}",
                "${reminder.class}",
                "${reminder.reminded}",
                "${reminder.wait()}",
                "${steps.hashCode()}",
            })
    void attacksAreRefused(String expression) {
        assertThatThrownBy(() -> storedFilter(tasks.createTaskQuery().taskAssigneeExpression(expression)))
                .isInstanceOf(ProcessEngineException.class)
                .isNotInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${now()}",
                "${dateTime().plusDays(3).withTimeAtStartOfDay()}",
                "${dateTime().minusHours(2).toDate()}"
            })
    @DisplayName("фильтры Tasklist работают")
    void filtersWork(String expression) {
        assertThat(storedFilter(tasks.createTaskQuery().dueBeforeExpression(expression)))
                .isZero();
        assertThat(storedFilter(tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .endOr()))
                .isZero();
    }

    @Test
    @DisplayName("в разовых запросах выражений нет вовсе")
    void adHocQueriesTakeNoExpressions() {
        assertThatThrownBy(() ->
                        tasks.createTaskQuery().dueBeforeExpression("${now()}").list())
                .isInstanceOf(BadUserRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bpmn:scriptTask id=\"scriptTask_x\" scriptFormat=\"javascript\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
                "<bpmn:serviceTask id=\"serviceTask_x\" camunda:class=\"java.lang.Object\"/>",
                "<bpmn:serviceTask id=\"serviceTask_x\" activiti:class=\"java.lang.Object\"/>",
                "<bpmn:serviceTask id=\"serviceTask_x\" camunda:expression=\"${reminder.execute(execution)}\"/>",
                "<bpmn:serviceTask id=\"serviceTask_x\" camunda:type=\"external\" camunda:topic=\"x\"/>",
                "<bpmn:serviceTask id=\"serviceTask_x\" camunda:delegateExpression=\"${reminder.getClass()}\"/>",
            })
    @DisplayName("разбор модели отклоняет её и без проверки набора")
    void theParserIsTheSecondLine(String task) {
        String model = Models.process("evil", "<bpmn:startEvent id=\"startEvent_x\"/>" + task);

        assertThatThrownBy(() -> deployUnguarded("evil.bpmn", model))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("Модель отклонена");
    }

    @Test
    @DisplayName("в таблицах решений скрипт не выполняется, JUEL ограничен так же, внешних функций FEEL нет")
    void decisionTablesRunNoCode() {
        String[][] attacks = {
            {"expressionLanguage=\"javascript\"", "1 + 1"},
            {"expressionLanguage=\"juel\"", "${''.getClass().forName('java.lang.Runtime')}"},
            {"expressionLanguage=\"juel\"", "${dataSource}"}
        };
        for (String[] attack : attacks) {
            deployUnguarded("evil-table.dmn", Models.table("evilTable", attack[0], attack[1]));
            assertThatThrownBy(() -> evaluate("evilTable")).as(attack[1]).isInstanceOf(ProcessEngineException.class);
        }
        deployUnguarded("evil-table.dmn", Models.table("evilTable", "", """
                        { f: function(a) external { java: { class: "java.lang.System",
                          method signature: "getProperty(java.lang.String)" } }, r: f("java.home") }.r
                        """));
        assertThatThrownBy(() -> evaluate("evilTable"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("External functions are disabled");

        deployUnguarded("good-table.dmn", Models.table("goodTable", "", "\"PT\" + \"4H\""));
        assertThat(evaluate("goodTable")).isEqualTo("PT4H");
    }

    /** Filters of Tasklist are the one place where users' expressions are evaluated. */
    private long storedFilter(TaskQuery query) {
        Filter filter = filters.newTaskFilter("test").setQuery(query);
        filters.saveFilter(filter);
        identity.setAuthentication("nobody", List.of("executor"));
        engine.setAuthorizationEnabled(false);
        try {
            return filters.count(filter.getId());
        } finally {
            engine.setAuthorizationEnabled(true);
            identity.clearAuthentication();
            filters.deleteFilter(filter.getId());
        }
    }

    private Object evaluate(String key) {
        return decisions
                .evaluateDecisionTableByKey(key, Variables.createVariables().putValue("priority", "normal"))
                .getSingleResult()
                .getSingleEntry();
    }

    private void deployUnguarded(String name, String model) {
        DeploymentBuilderImpl builder =
                new DeploymentBuilderImpl((RepositoryServiceImpl) engine.getRepositoryService());
        builder.name("unguarded").addString(name, model);
        engine.getCommandExecutorTxRequired().execute(new DeployCmd(builder));
    }
}
