package ru.mcu.answer.internal;

import java.util.List;
import ru.mcu.answer.DraftText;

/** A draft with what all rules need to know about its text, worked out once. */
public record Inspection(DraftText draft, Text text, Limits limits, List<Hit> hits) {

    public static Inspection of(DraftText draft, Limits limits, List<Hit> hits) {
        return new Inspection(draft, new Text(draft.text()), limits, hits);
    }

    int length() {
        return draft.text().length();
    }
}
