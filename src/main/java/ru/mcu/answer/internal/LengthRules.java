package ru.mcu.answer.internal;

import java.util.Map;

/** The channel's own limit of length and the standard's advice. */
final class LengthRules {

    private LengthRules() {}

    static void hard(Inspection inspection, Report report) {
        var limit = inspection.limits().hard(inspection.draft().photo());
        if (limit != null && inspection.length() > limit) {
            report.found(limit, inspection.length(), null, values(inspection.length(), limit));
        }
    }

    static void recommended(Inspection inspection, Report report) {
        var limit = inspection.limits().recommended();
        if (limit != null && inspection.length() > limit) {
            report.found(limit, inspection.length(), null, values(inspection.length(), limit));
        }
    }

    private static Map<String, Integer> values(int length, int limit) {
        return Map.of("длина", length, "предел", limit, "лишних", length - limit);
    }
}
