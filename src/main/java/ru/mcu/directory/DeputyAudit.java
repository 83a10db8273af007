package ru.mcu.directory;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.PerTransaction;
import ru.mcu.platform.audit.Deputising;

/** Tells the audit for whom a deputy acts; asks the database once in a transaction, however much is recorded in it. */
@Component
class DeputyAudit implements Deputising {

    private final Absences absences;
    private final PerTransaction<String, Optional<String>> asked = new PerTransaction<>();

    DeputyAudit(Absences absences) {
        this.absences = absences;
    }

    @Override
    public Optional<String> onBehalfOf(String userId) {
        return userId.equals(CurrentUser.SYSTEM) ? Optional.empty() : asked.get(userId, absences::onBehalfOf);
    }
}
