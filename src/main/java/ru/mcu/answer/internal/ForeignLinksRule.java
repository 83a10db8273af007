package ru.mcu.answer.internal;

import java.util.List;
import java.util.Map;

/** Links lead only to sites of the allow-list, unless the head has confirmed them. */
final class ForeignLinksRule implements Rule {

    private final Links links;
    private final List<String> domains;

    ForeignLinksRule(RuleParameters parameters) {
        this.links = new Links(parameters.words("topLevelDomains"));
        this.domains = parameters.words("domains");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        if (inspection.draft().linksConfirmed()) {
            return;
        }
        for (var link : links.in(inspection.draft().text())) {
            if (domains.stream()
                    .noneMatch(
                            domain -> link.host().equals(domain) || link.host().endsWith("." + domain))) {
                report.found(link.from(), link.to(), null, Map.of("сайт", link.host()));
            }
        }
    }
}
