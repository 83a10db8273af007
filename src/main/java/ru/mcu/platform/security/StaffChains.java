package ru.mcu.platform.security;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/** The ways in for staff and for other systems: the engine's REST, its web applications, and the application's own API. */
@Configuration(proxyBeanMethods = false)
class StaffChains {

    /** Errors are dispatched to /error; the last chain would turn each of them into an empty 403. */
    @Bean
    @Order(0)
    SecurityFilterChain errors(HttpSecurity http) throws Exception {
        return http.securityMatcher(Paths.any("/error"))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity) throws Exception {
        return http.securityMatcher(Paths.any("/engine-rest/**"))
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .httpBasic(it -> it.realmName("engine-rest"))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new EngineAuthenticationFilter(identity), AuthorizationFilter.class)
                .build();
    }

    /** Login, sessions, tokens and headers of the web applications are their own filters' work. */
    @Bean
    @Order(20)
    SecurityFilterChain webapps(HttpSecurity http) throws Exception {
        return http.securityMatcher(Paths.any("/camunda/**"))
                .authorizeHttpRequests(it -> it.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The session of the web applications or HTTP Basic. A stateless policy would change the session id on every call. */
    @Bean
    @Order(30)
    SecurityFilterChain api(HttpSecurity http, IdentityService identity, ProblemWriter problems) throws Exception {
        AuthenticationEntryPoint unauthorized = (request, response, e) -> problems.write(
                response, HttpStatus.UNAUTHORIZED, "Нужен вход", "Войдите в систему и повторите действие.");
        return http.securityMatcher(Paths.any("/api/**"))
                .authorizeHttpRequests(it -> it.anyRequest().authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler((request, response, e) -> problems.write(
                                response, HttpStatus.FORBIDDEN, "Нет права", "Обратитесь к администратору.")))
                .csrf(AbstractHttpConfigurer::disable) // the session filter checks the web applications' token
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(it -> it.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(it -> it.authenticationEntryPoint(unauthorized))
                .headers(Customizer.withDefaults())
                .addFilterBefore(new WebappSessionFilter(problems), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new EngineAuthenticationFilter(identity), AuthorizationFilter.class)
                .build();
    }
}
