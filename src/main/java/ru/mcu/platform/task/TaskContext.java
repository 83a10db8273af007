package ru.mcu.platform.task;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The task a person works on.
 *
 * @param subject the business key: the id of the message (or of what the process is about)
 * @param variables process variables visible to the task
 */
public record TaskContext(
        String taskId,
        String taskKey,
        UUID subject,
        String processInstanceId,
        String actor,
        Map<String, Object> variables) {

    public @Nullable String variable(String name) {
        Object value = variables.get(name);
        return value == null ? null : value.toString();
    }
}
