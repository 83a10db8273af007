package ru.mcu.directory;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.mcu.platform.audit.Deputising;

/** Tells the audit for whom a deputy acts. */
@Component
class DeputyAudit implements Deputising {

    private final Absences absences;

    DeputyAudit(Absences absences) {
        this.absences = absences;
    }

    @Override
    public Optional<String> onBehalfOf(String userId) {
        return absences.onBehalfOf(userId);
    }
}
