package ru.mcu.directory;

import java.util.List;
import java.util.Set;

/** When a draft answer goes to the regional centre: always (Stavropol IV.11.8) or only at some priorities. */
public record CurApproval(boolean always, List<String> priorities) {

    /** Codes of the priorities a message may have. */
    public static final Set<String> PRIORITIES = Set.of("normal", "high", "resonant");

    public CurApproval {
        priorities = Lists.orEmpty(priorities);
    }

    /** Whether an answer to a message of this priority (code) needs the approval. */
    public boolean requiredFor(String priority) {
        return always || priorities.contains(priority);
    }
}
