package ru.mcu.answer;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text to start an answer from, kept in {@code config/answer-templates.yml}.
 *
 * @param id stable id
 * @param title what it is for, in Russian
 * @param kind kind of draft it makes
 * @param outcome outcome it fits, null when any
 * @param text Russian text with placeholders such as «{{имя}}»
 */
public record AnswerTemplate(
        String id, String title, DraftKind kind, @Nullable Outcome outcome, String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{1,40})}}");

    /** The text with known placeholders filled; unknown ones stay, so that the author sees them. */
    public String filledWith(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1).strip(), found.group())));
    }
}
