package ru.mcu.platform.audit;

import java.util.Optional;

/** Tells for whom somebody acts; implemented where absences are kept. */
@FunctionalInterface
public interface Deputising {

    /** The absent person whose work this user does now. */
    Optional<String> onBehalfOf(String userId);
}
