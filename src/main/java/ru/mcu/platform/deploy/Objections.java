package ru.mcu.platform.deploy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find in one file. */
class Objections {

    private final String file;
    private final List<Objection> found = new ArrayList<>();

    Objections(String file) {
        this.file = file;
    }

    /** The element is null or empty when the file as a whole is wrong. */
    void add(@Nullable String element, String rule, String advice) {
        found.add(new Objection(file, element == null || element.isEmpty() ? "–" : element, rule, advice));
    }

    List<Objection> all() {
        return List.copyOf(found);
    }
}
