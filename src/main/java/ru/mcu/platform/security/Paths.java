package ru.mcu.platform.security;

import java.util.Arrays;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Plain string matchers become Spring MVC's here and never match the engine's servlets; these match any servlet. */
final class Paths {

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .map(it -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(it))
                .toList());
    }
}
