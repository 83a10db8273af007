package ru.mcu.platform.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/** The login of Tasklist, Cockpit and Admin, so that forms and plugins call the application without a second one. */
public record WebappSession(String user, List<String> groups, boolean tokenMatches) {

    /** After this the engine is asked again whether the user and his groups still exist. */
    private static final long TRUSTED_MILLISECONDS = 30_000;

    /** The login kept in the request's session; a session is never created. */
    public static Optional<WebappSession> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Authentications known = AuthenticationUtil.getAuthsFromSession(session);
        AuthenticationUtil.updateCache(known, session, TRUSTED_MILLISECONDS);
        return known.getAuthenticationForProcessEngine(ProcessEngines.NAME_DEFAULT) instanceof UserAuthentication login
                ? Optional.of(
                        new WebappSession(login.getIdentityId(), login.getGroupIds(), tokenMatches(request, session)))
                : Optional.empty();
    }

    private static boolean tokenMatches(HttpServletRequest request, HttpSession session) {
        Object token = session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME);
        return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
    }
}
