package ru.mcu.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Calls the engine on behalf of the application itself, whatever the present user may do in the engine. */
@Component
public class EngineAccess {

    private final IdentityService identity;

    EngineAccess(IdentityService identity) {
        this.identity = identity;
    }

    /** Runs a call without the engine's permission checks; the caller has checked the domain's own. */
    public <T> T asSystem(Supplier<T> call) {
        Authentication user = identity.getCurrentAuthentication();
        if (user == null) {
            return call.get();
        }
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            identity.setAuthentication(user.getUserId(), user.getGroupIds(), user.getTenantIds());
        }
    }
}
