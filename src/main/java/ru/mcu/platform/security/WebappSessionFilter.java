package ru.mcu.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import ru.mcu.platform.engine.WebappSession;

/** Accepts the login of the web applications; whatever changes something must carry their token against forged requests. */
class WebappSessionFilter extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final ProblemWriter problems;

    WebappSessionFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<WebappSession> login = WebappSession.of(request);
        if (login.isPresent() && !login.get().tokenMatches() && !SAFE.contains(request.getMethod())) {
            problems.write(
                    response,
                    HttpStatus.FORBIDDEN,
                    "Запрос отклонён",
                    "Страница открыта слишком давно. Обновите её и повторите действие.");
            return;
        }
        login.ifPresent(it -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new PreAuthenticatedAuthenticationToken(
                    it.user(), "webapp session", EngineAccounts.authorities(it.groups())));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }
}
