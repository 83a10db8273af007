package ru.mcu.answer.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mcu.answer.AnswerCounters;
import ru.mcu.answer.Finding;

/**
 * What the draft's form shows under the text.
 *
 * @param findings blocking ones first
 * @param counters length and limits
 * @param standardProblem what is wrong with the edited rules file, null when nothing is
 */
record CheckedAnswer(
        List<Finding> findings,
        AnswerCounters counters,
        @Nullable String standardProblem) {}
