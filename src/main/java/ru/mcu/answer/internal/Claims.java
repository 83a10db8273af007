package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** What scans have found so far in one normalised text; the first scan to take a place keeps it. */
final class Claims {

    private final List<Hit> hits = new ArrayList<>();
    private final BitSet taken = new BitSet();

    /** Keeps a place from being read as anything, such as a link. */
    void block(int from, int to) {
        taken.set(from, to);
    }

    boolean isFree(int from, int to) {
        int next = taken.nextSetBit(from);
        return next < 0 || next >= to;
    }

    void add(Hit hit) {
        if (isFree(hit.from(), hit.to())) {
            taken.set(hit.from(), hit.to());
            hits.add(hit);
        }
    }

    List<Hit> hits() {
        return hits;
    }
}
