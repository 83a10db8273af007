package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import ru.mcu.answer.Finding;
import ru.mcu.answer.Severity;

/** One reading of the rules file, checked and ready for use; never changes. */
public final class Standard {

    /** A rule's settings with its code. */
    record Active(RuleSettings settings, Rule rule) {}

    private final Map<String, Limits> channels;
    private final List<RuleSettings> rules;
    private final List<Active> active;
    private final PersonalDataSettings personalData;

    Standard(
            Map<String, Limits> channels,
            List<RuleSettings> rules,
            List<Active> active,
            PersonalDataSettings personalData) {
        this.channels = Map.copyOf(channels);
        this.rules = List.copyOf(rules);
        this.active = List.copyOf(active);
        this.personalData = personalData;
    }

    /** Limits of a channel; an unknown one has none. */
    public Limits limits(String channel) {
        return channels.getOrDefault(channel, Limits.NONE);
    }

    /** All rules of the file, also those switched off. */
    public List<RuleSettings> rules() {
        return rules;
    }

    PersonalDataSettings personalData() {
        return personalData;
    }

    /** Findings of every rule that is on: blocking ones first, then in the order of the text. */
    public List<Finding> check(Inspection inspection) {
        var findings = new ArrayList<Finding>();
        for (var one : active) {
            var report = new Report(one.settings);
            one.rule.check(inspection, report);
            findings.addAll(report.findings());
        }
        findings.sort(Comparator.comparing((Finding finding) -> finding.severity() != Severity.BLOCK)
                .thenComparingInt(Finding::from));
        return List.copyOf(findings);
    }
}
