package ru.mcu.platform.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.mcu.platform.CurrentUser;

/** Reads the engine's own authentication, which every way in (web applications, REST, own API) sets for its thread. */
@Component
class EngineUser implements CurrentUser {

    /** Looked up late: services that ask who acts are themselves called by the engine. */
    private final ObjectProvider<IdentityService> identity;

    EngineUser(ObjectProvider<IdentityService> identity) {
        this.identity = identity;
    }

    @Override
    public String id() {
        return authentication().map(Authentication::getUserId).orElse(SYSTEM);
    }

    @Override
    public Set<String> groups() {
        return authentication()
                .flatMap(it -> Optional.ofNullable(it.getGroupIds()))
                .map((List<String> it) -> Set.copyOf(it))
                .orElse(Set.of());
    }

    private Optional<Authentication> authentication() {
        return Optional.ofNullable(identity.getObject().getCurrentAuthentication())
                .filter(it -> it.getUserId() != null);
    }
}
