package ru.mcu.platform;

/** Small models for tests: each keeps all rules, so that a test breaks exactly the one it is about. */
public final class Models {

    private Models() {}

    /** A process of one user task; file name {@code <kebab-case of id>.bpmn}. */
    public static String oneTask(String id, String form) {
        return process(id, """
                <bpmn:startEvent id="startEvent_begun"/>
                <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="userTask_work"/>
                <bpmn:userTask id="userTask_work" name="Работать" camunda:formKey="embedded:deployment:%s">
                  <bpmn:extensionElements>%s</bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="flow_done" sourceRef="userTask_work" targetRef="endEvent_done"/>
                <bpmn:endEvent id="endEvent_done"/>
                """.formatted(form, clause("stavropol:III.9.5")));
    }

    /** A process of one service task with the given attributes and content. */
    public static String oneService(String id, String attributes, String content) {
        return process(id, """
                <bpmn:startEvent id="startEvent_begun"/>
                <bpmn:sequenceFlow id="flow_begun" sourceRef="startEvent_begun" targetRef="serviceTask_act"/>
                <bpmn:serviceTask id="serviceTask_act" %s>%s</bpmn:serviceTask>
                <bpmn:sequenceFlow id="flow_done" sourceRef="serviceTask_act" targetRef="endEvent_done"/>
                <bpmn:endEvent id="endEvent_done"/>
                """.formatted(attributes, content));
    }

    public static String process(String id, String body) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:activiti="http://activiti.org/bpmn"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    id="definitions_test" targetNamespace="http://mcu.test">
                  <bpmn:process id="%s" name="Проверка" isExecutable="true" camunda:historyTimeToLive="P30D">
                    <bpmn:extensionElements>%s</bpmn:extensionElements>
                    %s
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(id, clause("stavropol:III.9.5"), body);
    }

    public static String clause(String ids) {
        return "<camunda:properties><camunda:property name=\"regulation\" value=\"" + ids + "\"/></camunda:properties>";
    }

    /** A decision table with one rule; the language is an attribute such as {@code expressionLanguage="feel"} or empty. */
    public static String table(String id, String language, String output) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"
                    xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                    id="definitions_table" name="Таблица" namespace="http://mcu.test">
                  <decision id="%s" name="Норма" camunda:historyTimeToLive="P30D">
                    <decisionTable id="table_norm" hitPolicy="FIRST">
                      <input id="input_priority"><inputExpression id="inputExpression_priority" typeRef="string">
                        <text>priority</text></inputExpression></input>
                      <output id="output_norm" name="norm" typeRef="string"/>
                      <rule id="rule_any">
                        <inputEntry id="inputEntry_any"><text></text></inputEntry>
                        <outputEntry id="outputEntry_any" %s><text><![CDATA[%s]]></text></outputEntry>
                      </rule>
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(id, language, output);
    }
}
