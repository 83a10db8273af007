package ru.mcu.answer;

import org.jspecify.annotations.Nullable;

/**
 * One remark of the checker, with the place and the reason, so that the author can see what to change and why.
 *
 * @param ruleId id of the rule in {@code config/answer-standard/rules.yml}
 * @param severity whether the draft may still go out
 * @param message Russian sentence that says what to do
 * @param from first character of the place, UTF-16 offset in the draft's text
 * @param to offset after the last character; equal to {@code from} when something is missing
 * @param hint replacement for the place, or words to add; null when there is nothing to offer
 * @param source the act or standard the rule comes from, such as «152-ФЗ»
 */
public record Finding(
        String ruleId,
        Severity severity,
        String message,
        int from,
        int to,
        @Nullable String hint,
        String source) {}
