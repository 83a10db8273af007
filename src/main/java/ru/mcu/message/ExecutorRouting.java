package ru.mcu.message;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Proposes the body for a topic and district; implemented by the city's decision table. */
public interface ExecutorRouting {

    /** The code of the body; empty leaves the choice to the coordinator. */
    Optional<String> bodyFor(@Nullable String topicGroup, @Nullable String district);
}
