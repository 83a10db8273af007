package ru.mcu.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import ru.mcu.platform.EngineTest;
import ru.mcu.platform.Models;

@EngineTest
@DisplayName("Пути в систему: кого пускают и кого нет")
class WaysInTests {

    private static final String PASSWORD = "long enough password";

    @Autowired
    TestRestTemplate http;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @BeforeEach
    void executor() {
        User user = identity.newUser("executor1");
        user.setPassword(PASSWORD);
        identity.saveUser(user);
    }

    @AfterEach
    void cleanUp() {
        identity.deleteUser("executor1");
        for (Deployment it : repository.createDeploymentQuery().list()) {
            repository.deleteDeployment(it.getId(), true, true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/api/test/me",
                "/api/anything",
                "/actuator/env",
                "/actuator/metrics",
                "/v3/api-docs",
                "/config/regulation/clauses.yaml",
                "/anything"
            })
    @DisplayName("без входа закрыто всё, что не открыто нарочно")
    void anonymousIsRefused(String path) {
        assertThat(http.getForEntity(path, String.class).getStatusCode().value())
                .isIn(401, 403);
    }

    @Test
    @DisplayName("открыты проверка состояния и переход к задачам")
    void publicPlaces() {
        assertThat(http.getForEntity("/actuator/health", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        ResponseEntity<String> start = http.getForEntity("/", String.class);
        assertThat(start.getStatusCode().is2xxSuccessful()
                        || start.getStatusCode().is3xxRedirection())
                .isTrue();
        assertThat(http.getForEntity("/camunda/app/tasklist/default/", String.class)
                        .getBody())
                .contains("Camunda");
        // no page behind it in this test, yet not shut
        assertThat(http.getForEntity("/survey/none", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/survey/none", "/cur/none"})
    @DisplayName("открытая форма без своего ключа не принимается")
    void publicFormsNeedTheirToken(String path) {
        assertThat(http.postForEntity(path, null, String.class).getStatusCode().value())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("своё API пускает по HTTP Basic и знает, кто вошёл")
    void apiByBasic() {
        JsonNode me = basic("admin", "admin-test-password").getForObject("/api/test/me", JsonNode.class);

        assertThat(me.path("id").asText()).isEqualTo("admin");
        assertThat(me.path("groups").toString()).contains("camunda-admin");
    }

    @Test
    @DisplayName("отказ без входа – описание ошибки по-русски")
    void unauthorizedIsAProblem() {
        ResponseEntity<JsonNode> answer = http.getForEntity("/api/test/me", JsonNode.class);

        assertThat(answer.getHeaders().getContentType())
                .isEqualTo(MediaType.parseMediaType("application/problem+json;charset=UTF-8"));
        assertThat(answer.getBody().path("title").asText()).isEqualTo("Нужен вход");
    }

    @Test
    @DisplayName("неожиданная ошибка не выдаёт внутренностей, только номер")
    void innerTextsStayInside() {
        ResponseEntity<String> answer =
                basic("admin", "admin-test-password").postForEntity("/api/test/fail", null, String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getBody()).contains("errorId", "Внутренняя ошибка").doesNotContain("inner text", "Exception");
    }

    @Test
    @DisplayName("вход в Tasklist годится и для своего API; менять можно только с её ключом")
    void tasklistSession() {
        Session session = Session.login(http, "admin", "admin-test-password");

        ResponseEntity<JsonNode> me = session.call(HttpMethod.GET, "/api/test/me", false);
        assertThat(me.getBody().path("id").asText()).isEqualTo("admin");
        assertThat(session.call(HttpMethod.POST, "/api/test/fail", false)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(session.call(HttpMethod.POST, "/api/test/fail", true)
                        .getStatusCode()
                        .value())
                .isEqualTo(500);
        assertThat(session.call(HttpMethod.GET, "/api/test/me", false)
                        .getStatusCode()
                        .value())
                .as("the refused request did not end the session")
                .isEqualTo(200);
    }

    @Test
    @DisplayName("развернуть через REST может только администратор процессов")
    void executorsDoNotDeploy() {
        ResponseEntity<String> answer = deploy(
                basic("executor1", PASSWORD),
                Models.oneService("rested", "camunda:delegateExpression=\"${reminder}\"", ""));

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(basic("executor1", PASSWORD)
                        .postForEntity("/api/admin/redeploy", null, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("кнопка Deploy в Modeler: плохая модель получает русский отчёт, хорошая разворачивается")
    void modelersButton() {
        TestRestTemplate admin = basic("admin", "admin-test-password");

        ResponseEntity<String> refused =
                deploy(admin, Models.oneService("rested", "camunda:class=\"java.lang.Runtime\"", ""));
        assertThat(refused.getStatusCode().value()).isEqualTo(400);
        assertThat(refused.getBody()).contains("Набор процессов отклонён", "serviceTask_act");

        ResponseEntity<String> accepted =
                deploy(admin, Models.oneService("rested", "camunda:delegateExpression=\"${reminder}\"", ""));
        assertThat(accepted.getStatusCode().value()).isEqualTo(200);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("rested")
                        .count())
                .isOne();
    }

    @Test
    @DisplayName("повторное развёртывание по просьбе администратора")
    void redeploy() throws IOException {
        JsonNode report =
                basic("admin", "admin-test-password").postForObject("/api/admin/redeploy", null, JsonNode.class);

        assertThat(report.path("deployed").asBoolean()).isFalse();
        assertThat(report.path("message").asText()).contains("не изменился");
    }

    private TestRestTemplate basic(String user, String password) {
        return http.withBasicAuth(user, password);
    }

    private static ResponseEntity<String> deploy(TestRestTemplate http, String model) {
        MultiValueMap<String, Object> parts = new LinkedMultiValueMap<>();
        parts.add("deployment-name", "rested");
        parts.add("deployment-source", "Camunda Modeler");
        parts.add("enable-duplicate-filtering", "true");
        parts.add("data", new ByteArrayResource(model.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "rested.bpmn";
            }
        });
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.MULTIPART_FORM_DATA);
        return http.postForEntity("/engine-rest/deployment/create", new HttpEntity<>(parts, headers), String.class);
    }

    /** A browser logged in to Tasklist. */
    private record Session(TestRestTemplate http, String cookie, String token) {

        static Session login(TestRestTemplate http, String user, String password) {
            Map<String, String> first = cookies(http.getForEntity("/camunda/app/tasklist/default/", String.class));
            HttpHeaders headers = new HttpHeaders();
            headers.setContentType(MediaType.APPLICATION_FORM_URLENCODED);
            headers.add("Cookie", "JSESSIONID=" + first.get("JSESSIONID"));
            headers.add("X-XSRF-TOKEN", first.get("XSRF-TOKEN"));
            ResponseEntity<String> answer = http.postForEntity(
                    "/camunda/api/admin/auth/user/default/login/tasklist",
                    new HttpEntity<>("username=" + user + "&password=" + password, headers),
                    String.class);
            assertThat(answer.getStatusCode().value()).isEqualTo(200);
            Map<String, String> all = new HashMap<>(first);
            all.putAll(cookies(answer));
            // the new session gets its token with the next page, as in a browser
            Session session = new Session(http, "JSESSIONID=" + all.getOrDefault("JSESSIONID", ""), "");
            all.putAll(cookies(session.call(HttpMethod.GET, "/camunda/app/tasklist/default/", String.class, false)));
            return new Session(http, session.cookie(), all.getOrDefault("XSRF-TOKEN", ""));
        }

        ResponseEntity<JsonNode> call(HttpMethod method, String path, boolean withToken) {
            return call(method, path, JsonNode.class, withToken);
        }

        private <T> ResponseEntity<T> call(HttpMethod method, String path, Class<T> type, boolean withToken) {
            HttpHeaders headers = new HttpHeaders();
            headers.add("Cookie", cookie);
            if (withToken) {
                headers.add("X-XSRF-TOKEN", token);
            }
            return http.exchange(path, method, new HttpEntity<>(headers), type);
        }

        private static Map<String, String> cookies(ResponseEntity<?> answer) {
            Map<String, String> cookies = new HashMap<>();
            for (String cookie : answer.getHeaders().getOrDefault("Set-Cookie", List.of())) {
                String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return cookies;
        }
    }
}
