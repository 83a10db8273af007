package ru.mcu.message;

import org.jspecify.annotations.Nullable;

/**
 * Somebody must hear of a deadline, as {@code escalation-policy.dmn} says.
 *
 * @param group whose members are told; null when it is the assignee
 * @param assignee who has the task now, if anybody
 */
public record StepTold(
        StepAttention attention,
        @Nullable String group,
        @Nullable String assignee) {}
