package ru.mcu.answer.internal;

import java.util.regex.Pattern;

/** Dots and exclamation marks that read as mockery or shouting. */
final class MarksRules {

    private static final Pattern ELLIPSIS = Pattern.compile("…|\\.{2,}+");
    private static final Pattern EXCLAMATION = Pattern.compile("![!?]*+");

    private MarksRules() {}

    static void ellipsis(Inspection inspection, Report report) {
        for (var found = ELLIPSIS.matcher(inspection.draft().text()); found.find(); ) {
            report.found(found.start(), found.end(), ".");
        }
    }

    /** A run of several marks, or more single ones than a greeting and a thank-you need. */
    static Rule exclamations(RuleParameters parameters) {
        int most = parameters.number("most");
        return (inspection, report) -> {
            int count = 0;
            for (var found = EXCLAMATION.matcher(inspection.draft().text()); found.find(); ) {
                count++;
                if (found.end() - found.start() > 1 || count > most) {
                    report.found(found.start(), found.end(), ".");
                }
            }
        };
    }
}
