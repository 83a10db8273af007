package ru.mcu.platform.audit;

import java.util.ArrayList;
import java.util.List;

/** One walk along the chain from its first link; after a break it goes on with the stored hash and finds the next. */
final class ChainWalk {

    private static final int MOST_BREAKS = 20;

    private final AuditHead expected;
    private final List<AuditReport.Break> breaks = new ArrayList<>();
    private AuditHead head = AuditHead.NONE;
    private long count;

    ChainWalk(AuditHead expected) {
        this.expected = expected;
    }

    void step(SealedRow row) {
        long place = row.no();
        String hash = String.valueOf(row.hash());
        long missing = place - head.no() - 1;
        if (missing > 0) {
            broken(
                    head.no() + 1,
                    missing == 1
                            ? "запись удалена"
                            : "удалены записи с места " + (head.no() + 1) + " по " + (place - 1));
        } else if (!row.hashAt(place, head.hash()).equals(hash)) {
            broken(place, "запись " + row.id() + " изменена, вставлена или стоит не на своём месте");
        }
        if (place == expected.no() && !hash.equals(expected.hash())) {
            broken(place, "хеш не тот, что был записан раньше: цепочку переписали");
        }
        head = new AuditHead(place, hash);
        count++;
    }

    AuditHead head() {
        return head;
    }

    long count() {
        return count;
    }

    List<AuditReport.Break> breaks() {
        if (head.no() < expected.no() && breaks.size() < MOST_BREAKS) {
            List<AuditReport.Break> all = new ArrayList<>(breaks);
            all.add(new AuditReport.Break(
                    head.no() + 1, "конец цепочки отрезан: раньше в ней было мест " + expected.no()));
            return all;
        }
        return List.copyOf(breaks);
    }

    private void broken(long place, String what) {
        if (breaks.size() < MOST_BREAKS) {
            breaks.add(new AuditReport.Break(place, what));
        }
    }
}
