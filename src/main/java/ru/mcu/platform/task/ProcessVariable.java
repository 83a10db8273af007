package ru.mcu.platform.task;

import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A process variable with its name and type in one place. Holds only what a gateway, a timer, a decision table or a
 * candidate group reads: no texts, no personal data, no serialised objects.
 */
public record ProcessVariable<T>(String name, Class<T> type) {

    public static ProcessVariable<String> text(String name) {
        return new ProcessVariable<>(name, String.class);
    }

    public static ProcessVariable<Boolean> flag(String name) {
        return new ProcessVariable<>(name, Boolean.class);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, value);
    }

    /** @throws IllegalStateException when the variable is missing: the model does not pass what its step needs */
    public T get(VariableScope scope) {
        Object value = scope.getVariable(name);
        if (value == null) {
            throw new IllegalStateException("process variable " + name + " is missing");
        }
        return type.cast(value);
    }
}
