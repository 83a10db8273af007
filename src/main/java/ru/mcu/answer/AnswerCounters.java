package ru.mcu.answer;

import org.jspecify.annotations.Nullable;

/**
 * Length of a draft against its channel's limits, for the counter under the text field.
 *
 * @param length UTF-16 characters, as the networks count
 * @param recommended advised length, null when the channel has none
 * @param hard length the channel refuses to exceed, null when it has none
 */
public record AnswerCounters(
        int length, @Nullable Integer recommended, @Nullable Integer hard) {}
