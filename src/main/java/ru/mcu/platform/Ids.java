package ru.mcu.platform;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The one source of identifiers: time-ordered UUIDs (version 7) keep database indices compact and nodes independent. */
public final class Ids {

    private Ids() {}

    /** A new identifier, greater than every one made earlier on this node. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
