package ru.mcu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.web.servlet.AbstractWebMvcEndpointHandlerMapping;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import ru.mcu.WholeApplication;

/** Asks every address of the application without a login, so that a new one cannot be left open by mistake. */
@WholeApplication
@DisplayName("Без входа закрыто всё, кроме названного")
class AnonymousAccessTests {

    /** Addresses of Spring that are open on purpose, with the reason. */
    private static final Map<String, String> OPEN = Map.of(
            "/survey/**", "the author of a message has no account; the token in the link is his key",
            "/cur/**", "the ЦУР decides by a one-time link; the token is its key",
            "/hooks/**", "channels bring a secret of their own; without it nothing they send is processed",
            "/open311/**", "what anybody may know; whoever reports a problem brings a key of his own",
            "/error", "where the container sends errors; shows a problem without details",
            "/actuator/health/**", "a load balancer has no account; details are never shown");

    /** Addresses of the web applications that answer without a login, with the reason. */
    private static final Map<String, String> OPEN_IN_WEBAPPS = Map.of(
            "GET /camunda/api/admin/auth/user/[^/]+", "asks who I am: nobody, answered by 404",
            "GET /camunda/api/engine/engine/?", "the list of engines, of which there is one called default",
            "GET /camunda/api/engine/engine/[^/]+/identity/password-policy", "the rule for a new password, no secret",
            "POST /camunda/api/admin/auth/user/[^/]+/logout", "ends the caller's own session",
            "POST /camunda/api/engine/engine/[^/]+/identity/password-policy", "compares a password with that rule only",
            "POST /camunda/api/admin/auth/user/[^/]+/login/[^/]+", "the login itself",
            "GET /camunda/api/(cockpit|admin|tasklist|welcome)/plugin/.*", "scripts and styles of the login page");

    /** Fits every variable: it is also the name of the engine. */
    private static final String VALUE = "default";

    private final HttpClient http = HttpClient.newHttpClient();

    /** A session of the web applications without a login: their token must not be what keeps a stranger out. */
    private Map<String, String> session = Map.of();

    @LocalServerPort
    int port;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    CamundaJerseyResourceConfig engineRest;

    @Test
    @DisplayName("страницы и API приложения, проверки состояния")
    void everyMappingOfSpring() throws Exception {
        Set<String> asked = new TreeSet<>();
        List<String> open = new ArrayList<>();
        for (RequestMappingInfoHandlerMapping mapping : mappings) {
            for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
                for (String pattern : info.getPatternValues()) {
                    String path = pattern.isEmpty() ? "/" : pattern;
                    boolean named = OPEN.keySet().stream().anyMatch(it -> covers(it, path));
                    for (String method : methods(info, mapping)) {
                        asked.add(method + " " + path);
                        if (!named && !refuses(method, JaxRsAddresses.filled(path, VALUE))) {
                            open.add(method + " " + path);
                        }
                    }
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(asked).as("the list is not empty by mistake").hasSizeGreaterThan(20);
        assertThat(OPEN.keySet())
                .as("an exception that fits nothing is out of date")
                .filteredOn(it -> !it.equals("/cur/**"))
                .allMatch(it -> asked.stream().anyMatch(address -> covers(it, address.split(" ")[1])));
    }

    @Test
    @DisplayName("весь REST движка")
    void everyAddressOfTheEnginesRest() throws Exception {
        Set<String> addresses = JaxRsAddresses.of(engineRest.getClasses(), "/engine-rest");

        assertThat(addresses).hasSizeGreaterThan(300);
        assertThat(open(addresses)).isEmpty();
    }

    @Test
    @DisplayName("весь REST Tasklist, Cockpit и Admin")
    void everyAddressOfTheWebApplications() throws Exception {
        Map<String, Application> applications = Map.of(
                "cockpit", new CockpitApplication(),
                "admin", new AdminApplication(),
                "tasklist", new TasklistApplication(),
                "welcome", new WelcomeApplication(),
                "engine", new EngineRestApplication());
        Set<String> addresses = new TreeSet<>();
        applications.forEach(
                (name, it) -> addresses.addAll(JaxRsAddresses.of(it.getClasses(), "/camunda/api/" + name)));

        session = strangersSession();

        assertThat(addresses).hasSizeGreaterThan(300);
        assertThat(open(addresses).stream()
                        .filter(it -> OPEN_IN_WEBAPPS.keySet().stream().noneMatch(it::matches)))
                .isEmpty();
    }

    private List<String> open(Set<String> addresses) throws IOException, InterruptedException {
        List<String> open = new ArrayList<>();
        for (String address : addresses) {
            String[] parts = address.split(" ");
            if (!refuses(parts[0], JaxRsAddresses.filled(parts[1], VALUE))) {
                open.add(parts[0] + " " + JaxRsAddresses.filled(parts[1], VALUE));
            }
        }
        return open;
    }

    private boolean refuses(String method, String path) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        session.forEach(request::header);
        HttpResponse<Void> answer = http.send(request.build(), HttpResponse.BodyHandlers.discarding());
        return answer.statusCode() == 401 || answer.statusCode() == 403;
    }

    private Map<String, String> strangersSession() throws IOException, InterruptedException {
        URI page = URI.create("http://127.0.0.1:" + port + "/camunda/app/tasklist/default/");
        Map<String, String> cookies = http
                .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.discarding())
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .map(it -> it.substring(0, it.indexOf(';')).split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1], (first, last) -> last));
        assertThat(cookies).containsKeys("JSESSIONID", "XSRF-TOKEN");
        return Map.of(
                "Cookie",
                "JSESSIONID=" + cookies.get("JSESSIONID"),
                "X-XSRF-TOKEN",
                String.valueOf(cookies.get("XSRF-TOKEN")));
    }

    private static List<String> methods(RequestMappingInfo info, RequestMappingInfoHandlerMapping mapping) {
        Set<RequestMethod> declared = info.getMethodsCondition().getMethods();
        if (declared.isEmpty()) {
            return mapping instanceof AbstractWebMvcEndpointHandlerMapping ? List.of("GET") : List.of("GET", "POST");
        }
        return declared.stream().map(Enum::name).toList();
    }

    private static boolean covers(String exception, String path) {
        return exception.endsWith("/**")
                ? (path + "/").startsWith(exception.substring(0, exception.length() - 2))
                : path.equals(exception);
    }
}
