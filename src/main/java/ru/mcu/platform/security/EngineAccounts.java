package ru.mcu.platform.security;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** HTTP Basic against the engine's accounts, with the engine's own lock after wrong passwords; authorities are group ids. */
@Component
class EngineAccounts implements AuthenticationProvider {

    private final IdentityService identity;

    EngineAccounts(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String user = attempt.getName();
        if (!identity.checkPassword(user, String.valueOf(attempt.getCredentials()))) {
            throw new BadCredentialsException("wrong user or password");
        }
        List<String> groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(user, null, authorities(groups));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    static List<SimpleGrantedAuthority> authorities(Collection<String> groups) {
        return groups.stream().map(SimpleGrantedAuthority::new).toList();
    }
}
