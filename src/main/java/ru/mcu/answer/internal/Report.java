package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ru.mcu.answer.Finding;

/** Collects one rule's findings and words them by the rule's template. */
final class Report {

    /** More places than an author can correct at once only hide the other rules' findings. */
    private static final int MAX_FINDINGS = 20;

    private final RuleSettings rule;
    private final List<Finding> findings = new ArrayList<>();

    Report(RuleSettings rule) {
        this.rule = rule;
    }

    void found(int from, int to, @Nullable String hint) {
        found(from, to, hint, rule.message(), Map.of());
    }

    void found(int from, int to, @Nullable String hint, Map<String, ?> values) {
        found(from, to, hint, rule.message(), values);
    }

    void found(int from, int to, @Nullable String hint, String template, Map<String, ?> values) {
        if (findings.size() >= MAX_FINDINGS) {
            return;
        }
        var message = template;
        for (var value : values.entrySet()) {
            message = message.replace("{" + value.getKey() + "}", String.valueOf(value.getValue()));
        }
        findings.add(new Finding(rule.id(), rule.severity(), message, from, to, hint, rule.source()));
    }

    List<Finding> findings() {
        return findings;
    }
}
