package ru.mcu.message.process;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A choice in a form: the constant is Java's, its word is what the page sends and what the process variable holds. */
interface FormDecision {

    String name();

    /** {@code FORMAL_ROUTE} is written {@code formalRoute}. */
    @JsonValue
    default String word() {
        String lower = name().toLowerCase(Locale.ROOT);
        String capitalised = Arrays.stream(lower.split("_"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return lower.charAt(0) + capitalised.substring(1);
    }
}
