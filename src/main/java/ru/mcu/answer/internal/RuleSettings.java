package ru.mcu.answer.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import ru.mcu.answer.Severity;

/** One rule as the methodologist wrote it in {@code config/answer-standard/rules.yml}. */
public record RuleSettings(
        String id,
        String title,
        String explanation,
        String message,
        Severity severity,
        String source,
        @Nullable Boolean enabled,
        @Nullable JsonNode parameters,
        List<Example> bad,
        List<Example> good) {

    boolean isOn() {
        return enabled == null || enabled;
    }

    @SuppressWarnings({"ConstantValue", "RedundantNullCheck"}) // the file may leave anything out
    void requireComplete() {
        if (id == null) {
            throw new IllegalArgumentException("есть правило без id");
        }
        if (title == null || explanation == null || message == null || severity == null || source == null) {
            throw new IllegalArgumentException(
                    "правило " + id + ": нужны title, explanation, message, severity и source");
        }
        if (bad == null || bad.isEmpty() || good == null || good.isEmpty()) {
            throw new IllegalArgumentException("правило " + id + ": нужны примеры bad и good");
        }
    }
}
