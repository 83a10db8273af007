package ru.mcu.answer.internal;

import java.util.Map;

/** Personal data where strangers read, and service phones that nobody has put on the allow-list. */
final class PersonalDataRules {

    private PersonalDataRules() {}

    static void personal(Inspection inspection, Report report) {
        if (inspection.draft().publicChannel()) {
            inspection.hits().stream()
                    .filter(Hit::isPersonal)
                    .forEach(hit -> report.found(
                            hit.from(),
                            hit.to(),
                            hit.kind().mark(),
                            Map.of("что", hit.kind().title())));
        }
    }

    static void servicePhone(Inspection inspection, Report report) {
        if (inspection.draft().publicChannel()) {
            inspection.hits().stream().filter(Hit::service).forEach(hit -> report.found(hit.from(), hit.to(), null));
        }
    }
}
