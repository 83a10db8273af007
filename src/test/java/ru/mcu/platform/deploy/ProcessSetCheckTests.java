package ru.mcu.platform.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.platform.EngineTest;
import ru.mcu.platform.Models;

@EngineTest
@DisplayName("Проверка набора называет файл, элемент, правило и что делать")
class ProcessSetCheckTests {

    @Autowired
    ProcessSetCheck check;

    static Stream<Arguments> broken() {
        String delegate = "camunda:delegateExpression=\"${reminder}\"";
        return Stream.of(
                Arguments.of("класс", service("camunda:class=\"java.lang.Runtime\"", ""), "атрибут class"),
                Arguments.of("класс предка", service("activiti:class=\"x.Y\"", ""), "атрибут class"),
                Arguments.of("выражение", service("camunda:expression=\"${reminder}\"", ""), "атрибут expression"),
                Arguments.of("внешняя задача", service("camunda:type=\"external\"", ""), "атрибут type"),
                Arguments.of(
                        "коннектор",
                        service(
                                delegate,
                                extension(
                                        "<camunda:connector><camunda:connectorId>http</camunda:connectorId></camunda:connector>")),
                        "camunda:connector"),
                Arguments.of(
                        "скрипт в параметре",
                        service(
                                delegate,
                                extension(
                                        "<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:inputParameter></camunda:inputOutput>")),
                        "camunda:script"),
                Arguments.of(
                        "класс слушателя",
                        service(delegate, extension("<camunda:executionListener event=\"start\" class=\"x.Y\"/>")),
                        "атрибут class"),
                Arguments.of(
                        "поле делегата",
                        service(delegate, extension("<camunda:field name=\"a\" stringValue=\"b\"/>")),
                        "camunda:field"),
                Arguments.of(
                        "чужой бин",
                        service("camunda:delegateExpression=\"${notExported}\"", ""),
                        "бина «notExported» нет"),
                Arguments.of(
                        "метод в делегате",
                        service("camunda:delegateExpression=\"${reminder.getClass()}\"", ""),
                        "должен быть вида"),
                Arguments.of(
                        "Class.forName", condition("${''.getClass().forName('java.lang.Runtime')}"), "не разрешен"),
                Arguments.of("окружение", condition("${environment.getProperty('a')}"), "бин environment не найден"),
                Arguments.of(
                        "службы движка",
                        condition("${execution.getProcessEngineServices()}"),
                        "getProcessEngineServices"),
                Arguments.of("запись переменной", condition("${execution.setVariable('a', 1)}"), "setVariable"),
                Arguments.of("свойство бина", condition("${reminder.reminded}"), "только вызвать метод"),
                Arguments.of("нет метода", condition("${steps.nothing(execution)}"), "нет метода nothing"),
                Arguments.of("скобки", condition("${execution['class']}"), "квадратные скобки"),
                Arguments.of("нет функции", condition("${exec('ls')}"), "функции exec"),
                Arguments.of("обрыв", condition("${a ==}"), "не разбирается"),
                Arguments.of(
                        "скриптовая задача",
                        Models.process(
                                "test",
                                "<bpmn:scriptTask id=\"scriptTask_x\" scriptFormat=\"js\"><bpmn:script>1</bpmn:script></bpmn:scriptTask>"),
                        "<scriptTask>"),
                Arguments.of(
                        "нет срока хранения",
                        good().replace(" camunda:historyTimeToLive=\"P30D\"", ""),
                        "срок хранения"),
                Arguments.of("срок в годах", good().replace("P30D", "P5Y"), "срок хранения"),
                Arguments.of(
                        "нет пункта",
                        good().replace("stavropol:III.9.5", "stavropol:XX.1"),
                        "нет пункта регламента «stavropol:XX.1»"),
                Arguments.of(
                        "пункт не указан", good().replace("name=\"regulation\"", "name=\"other\""), "не указан пункт"),
                Arguments.of(
                        "два процесса",
                        good().replace(
                                        "</bpmn:definitions>",
                                        "<bpmn:process id=\"second\" isExecutable=\"true\"/></bpmn:definitions>"),
                        "исполняемых процессов в файле: 2"),
                Arguments.of(
                        "не по схеме",
                        good().replace("<bpmn:endEvent id=\"endEvent_done\"/>", "<bpmn:nonsense/>"),
                        "не читается"),
                Arguments.of(
                        "вызов неизвестного",
                        Models.process("test", "<bpmn:callActivity id=\"callActivity_x\" calledElement=\"nowhere\"/>"),
                        "нет процесса «nowhere»"),
                Arguments.of(
                        "неизвестная таблица",
                        Models.process(
                                "test",
                                "<bpmn:businessRuleTask id=\"businessRuleTask_x\" camunda:decisionRef=\"nowhere\"/>"),
                        "нет таблицы решений «nowhere»"),
                Arguments.of(
                        "DOCTYPE",
                        good().replace("?>\n", "?>\n<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n"),
                        "не читается"),
                Arguments.of(
                        "миллиард смешков",
                        good().replace(
                                        "?>\n",
                                        "?>\n<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"),
                        "не читается"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void isRefused(String what, String model, String reason) {
        assertThat(check(model)).anySatisfy(it -> assertThat(it.toString()).contains(reason));
    }

    @Test
    @DisplayName("хорошая модель проходит, с выражениями по правилам")
    void goodPasses() {
        assertThat(check(good())).isEmpty();
        for (String expression : List.of(
                "${priority == 'resonant'}",
                "${not empty result and result.level != 'head'}",
                "${steps.clock(execution) == execution.processBusinessKey}",
                "${execution.getVariable('rounds') >= 4}")) {
            assertThat(check(condition(expression))).as(expression).isEmpty();
        }
    }

    @Test
    @DisplayName("замечание называет элемент и что делать")
    void namesTheElement() {
        assertThat(check(service("camunda:class=\"x.Y\"", ""))).singleElement().satisfies(it -> {
            assertThat(it.file()).isEqualTo("test.bpmn");
            assertThat(it.element()).isEqualTo("serviceTask_act");
            assertThat(it.advice()).contains("delegateExpression");
        });
    }

    @Test
    @DisplayName("кодировка не прячет DOCTYPE")
    void encodingHidesNothing() {
        String model = good().replace("UTF-8", "UTF-16").replace("?>\n", "?>\n<!DOCTYPE x>\n");

        assertThat(check("test.bpmn", model, StandardCharsets.UTF_16)).isNotEmpty();
    }

    @Test
    @DisplayName("таблицы решений – только FEEL; прочие файлы не разворачиваются")
    void tablesAndOtherFiles() {
        assertThat(check("t.dmn", Models.table("norm", "", "\"PT4H\""), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(check("t.dmn", Models.table("norm", "expressionLanguage=\"juel\"", "${a}"), StandardCharsets.UTF_8))
                .singleElement()
                .satisfies(it -> assertThat(it.rule()).contains("juel"));
        assertThat(check("t.groovy", "1", StandardCharsets.UTF_8)).hasSize(1);
        assertThat(check("t.cmmn", "1", StandardCharsets.UTF_8)).hasSize(1);
    }

    private List<Objection> check(String model) {
        return check("test.bpmn", model, StandardCharsets.UTF_8);
    }

    private List<Objection> check(String name, String content, Charset charset) {
        return check.objections(new ProcessSet(Map.of(name, content.getBytes(charset))));
    }

    private static String good() {
        return service("camunda:delegateExpression=\"${reminder}\"", "");
    }

    private static String service(String attributes, String content) {
        return Models.oneService("test", attributes, content);
    }

    private static String extension(String content) {
        return "<bpmn:extensionElements>" + content + "</bpmn:extensionElements>";
    }

    private static String condition(String expression) {
        String escaped = expression.replace("&", "&amp;").replace("<", "&lt;");
        return good().replace(
                        "targetRef=\"endEvent_done\"/>",
                        "targetRef=\"endEvent_done\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">"
                                + escaped + "</bpmn:conditionExpression></bpmn:sequenceFlow>");
    }
}
