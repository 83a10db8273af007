package ru.mcu.platform.engine;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a model may contain. A list of what is allowed, not of what is forbidden: anything of the engine's own vocabulary
 * that this product does not use (classes, expressions as implementation, connectors, external tasks, scripts, field
 * injection, generated forms) is refused, including what nobody thought of.
 */
public final class AllowedMarkup {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    /** The engine takes its predecessor's namespace for its own. */
    private static final String ACTIVITI = "http://activiti.org/bpmn";

    private static final Set<String> FORBIDDEN_BPMN = Set.of("scriptTask", "script", "import");

    private static final Set<String> ATTRIBUTES = Set.of(
            "assignee",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "delegateExpression",
            "diagramRelationId",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "followUpDate",
            "formKey",
            "historyTimeToLive",
            "initiator",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "priority",
            "resultVariable",
            "variableEvents",
            "variableName",
            "versionTag");

    private static final Set<String> ELEMENTS = Set.of(
            "entry",
            "executionListener",
            "failedJobRetryTimeCycle",
            "in",
            "inputOutput",
            "inputParameter",
            "list",
            "map",
            "out",
            "outputParameter",
            "properties",
            "property",
            "taskListener",
            "value");

    /** Attributes of the engine's elements carry no prefix. */
    private static final Set<String> ELEMENT_ATTRIBUTES = Set.of(
            "businessKey",
            "delegateExpression",
            "event",
            "id",
            "key",
            "local",
            "name",
            "source",
            "sourceExpression",
            "target",
            "value",
            "variables");

    private static final Set<String> DMN_ATTRIBUTES =
            Set.of("diagramRelationId", "historyTimeToLive", "inputVariable", "versionTag");

    private static final Pattern BEAN = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9]*)}");

    private AllowedMarkup() {}

    /** What is wrong with the element, in Russian; empty when it is allowed. */
    public static Optional<String> objection(Markup element) {
        if (element.namespace().equals(ACTIVITI)) {
            return Optional.of("элемент <" + element.tag() + "> из пространства имён activiti запрещён");
        }
        if (element.namespace().equals(BPMN) && FORBIDDEN_BPMN.contains(element.tag())) {
            return Optional.of("элемент <" + element.tag() + "> запрещён: скриптов и внешних описаний в модели нет");
        }
        boolean engineElement = element.namespace().equals(CAMUNDA);
        if (engineElement && !ELEMENTS.contains(element.tag())) {
            return Optional.of("элемент <camunda:" + element.tag() + "> не разрешён");
        }
        return element.attributes().stream()
                .flatMap(it -> objection(element, engineElement, it).stream())
                .findFirst();
    }

    /** The bean that {@code ${bean}} names; empty when the text is anything else. */
    public static Optional<String> bean(String delegateExpression) {
        return Optional.of(BEAN.matcher(delegateExpression.trim()))
                .filter(Matcher::matches)
                .map(it -> it.group(1));
    }

    private static Optional<String> objection(Markup element, boolean engineElement, Markup.Attribute attribute) {
        String name = attribute.name();
        boolean allowed =
                switch (attribute.namespace()) {
                    case ACTIVITI -> false;
                    case CAMUNDA -> ATTRIBUTES.contains(name);
                    case CAMUNDA_DMN -> DMN_ATTRIBUTES.contains(name);
                    case "" -> engineElement ? ELEMENT_ATTRIBUTES.contains(name) : !name.equals("language");
                    default -> true;
                };
        if (!allowed) {
            return Optional.of("атрибут " + name + " у <" + element.tag() + "> не разрешён");
        }
        if (name.equals("delegateExpression") && bean(attribute.value()).isEmpty()) {
            return Optional.of("delegateExpression должен быть вида ${имяБина}, а не " + attribute.value());
        }
        return Optional.empty();
    }
}
