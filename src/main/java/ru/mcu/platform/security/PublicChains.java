package ru.mcu.platform.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/** The pages without a login, each form with a token cookie that does not meet the web applications'; all else is shut. */
@Configuration(proxyBeanMethods = false)
class PublicChains {

    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(40)
    SecurityFilterChain survey(HttpSecurity http) throws Exception {
        return publicForm(http, "/survey", "SURVEY-CSRF");
    }

    @Bean
    @Order(41)
    SecurityFilterChain cur(HttpSecurity http) throws Exception {
        return publicForm(http, "/cur", "CUR-CSRF");
    }

    /** Channels and citizens' programs bring secrets or keys of their own, which the endpoints check. */
    @Bean
    @Order(42)
    SecurityFilterChain channelHooks(HttpSecurity http) throws Exception {
        return http.securityMatcher(Paths.any("/hooks/**", "/open311/**"))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    /** A module with a public endpoint of its own adds a chain before this one. */
    @Bean
    @Order(100)
    SecurityFilterChain rest(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(it -> it.requestMatchers(
                                Paths.any("/", "/favicon.ico", "/assets/**", "/actuator/health/**", "/actuator/health"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .build();
    }

    private static SecurityFilterChain publicForm(HttpSecurity http, String path, String cookie) throws Exception {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookie);
        tokens.setCookiePath(path);
        tokens.setCookieCustomizer(it -> it.sameSite("Strict"));
        return http.securityMatcher(Paths.any(path + "/**"))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(it -> it.csrfTokenRepository(tokens))
                .headers(it -> it.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        // a one-time link must not leave the page as a referrer
                        .referrerPolicy(
                                referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
