package ru.mcu.platform.engine;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.joda.time.DateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The few methods that expressions may call on the engine's own objects: identity and variables of an execution or
 * task, and arithmetic on the moments that filters use. Everything else, above all the engine's services, is out of
 * reach.
 */
enum EngineObject {
    EXECUTION(
            "execution",
            DelegateExecution.class,
            Set.of(
                    "getId",
                    "getProcessInstanceId",
                    "getProcessDefinitionId",
                    "getProcessBusinessKey",
                    "getBusinessKey",
                    "getCurrentActivityId",
                    "getVariable",
                    "getVariableLocal",
                    "hasVariable",
                    "hasVariableLocal")),
    TASK(
            "task",
            DelegateTask.class,
            Set.of(
                    "getId",
                    "getName",
                    "getAssignee",
                    "getTaskDefinitionKey",
                    "getExecutionId",
                    "getProcessInstanceId",
                    "getCreateTime",
                    "getDueDate",
                    "getPriority",
                    "getVariable",
                    "getVariableLocal",
                    "hasVariable")),
    MOMENT(
            "dateTime",
            DateTime.class,
            Set.of(
                    "plusMinutes",
                    "plusHours",
                    "plusDays",
                    "plusWeeks",
                    "plusMonths",
                    "minusMinutes",
                    "minusHours",
                    "minusDays",
                    "minusWeeks",
                    "minusMonths",
                    "withTime",
                    "withTimeAtStartOfDay",
                    "withDayOfWeek",
                    "withDayOfMonth",
                    "toDate"));

    private final String expressionName;
    private final Class<?> type;
    private final Set<String> allowed;

    EngineObject(String expressionName, Class<?> type, Set<String> allowed) {
        this.expressionName = expressionName;
        this.type = type;
        this.allowed = allowed;
    }

    static Optional<EngineObject> of(@Nullable Object base) {
        return Arrays.stream(values()).filter(it -> it.type.isInstance(base)).findFirst();
    }

    static Optional<EngineObject> named(String name) {
        return Arrays.stream(values())
                .filter(it -> it.expressionName.equals(name))
                .findFirst();
    }

    boolean allows(String method) {
        return allowed.contains(method);
    }

    boolean allowsProperty(String property) {
        return allows(getter(property));
    }

    Optional<CallableMethod> method(String name, int parameters) {
        return allows(name) ? CallableMethod.find(type, name, parameters) : Optional.empty();
    }

    static String getter(String property) {
        return "get" + StringUtils.capitalize(property);
    }
}
