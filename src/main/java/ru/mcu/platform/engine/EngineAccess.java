package ru.mcu.platform.engine;

import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;
import ru.mcu.platform.Refused;

/** Calls the engine on behalf of the application itself, whatever the present user may do in the engine. */
@Component
public class EngineAccess {

    private final IdentityService identity;
    private final ProcessEngine engine;

    EngineAccess(IdentityService identity, ProcessEngine engine) {
        this.identity = identity;
        this.engine = engine;
    }

    /**
     * Runs several calls as one command of the engine, which then reads each task, execution and right once instead of
     * once a call, and writes only what is left in the end. Needs a transaction around it; permissions are checked as
     * ever.
     *
     * @throws Refused as the calls throw it, without the engine reporting it as its own failure
     */
    public void together(Runnable calls) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        Optional<Refused> refused = configuration.getCommandExecutorTxRequired().execute(context -> {
            try {
                calls.run();
                return Optional.empty();
            } catch (Refused e) {
                return Optional.of(e);
            }
        });
        refused.ifPresent(e -> {
            throw e;
        });
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
