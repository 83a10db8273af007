package ru.mcu.message.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageCards;
import ru.mcu.message.Oversight;
import ru.mcu.platform.Channel;

@WholeApplication
@DisplayName("Сообщения от других систем")
class MessageApiTests {

    private static final String MESSAGES = "/api/messages";
    private static final String TEXT = "На остановке «Вокзал» разбили стекло, осколки на тротуаре";

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Staff staff;

    @Autowired
    MessageCards cards;

    @Autowired
    Oversight oversight;

    @Test
    @DisplayName("повтор с тем же externalId даёт тот же номер и не создаёт второго сообщения")
    void theSameExternalIdIsOneMessage() {
        Map<String, Object> message = message(TEXT);
        var first = post("integration", null, message);
        var second = post("integration", null, message);

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(second.getStatusCode().value()).isEqualTo(200);
        assertThat(field(second, "id")).isEqualTo(field(first, "id"));
        assertThat(field(first, "number")).matches("МЦУ-\\d{4}-\\d{6}");
        assertThat(field(first, "statusTitle")).isNotBlank();
        assertThat(count(message.get("externalId"))).isOne();
    }

    @Test
    @DisplayName("Idempotency-Key: то же сообщение — тот же ответ, другое — отказ 422")
    void theSameKeyIsOneMessage() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> message = new HashMap<>(Map.of("channel", "api", "text", TEXT));
        var first = post("integration", key, message);
        var second = post("integration", key, message);
        var other = post("integration", key, Map.of("channel", "api", "text", TEXT + "!"));

        assertThat(first.getStatusCode().value()).isEqualTo(201);
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(other.getStatusCode().value()).isEqualTo(422);
        assertThat(field(other, "title")).isEqualTo("Ключ уже использован");
        assertThat(field(other, "detail")).contains("возьмите новый ключ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("двадцать одинаковых запросов сразу: одно сообщение, у всех один номер")
    void twentyAtOnceAreOneMessage(boolean withKey) throws Exception {
        Map<String, Object> message = message(TEXT + " " + withKey);
        String key = withKey ? UUID.randomUUID().toString() : null;
        ExecutorService callers = Executors.newFixedThreadPool(20);
        try {
            List<Callable<String>> calls = IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(i -> () -> field(post("integration", key, message), "id"))
                    .toList();
            Set<String> ids = new TreeSet<>();
            for (var call : callers.invokeAll(calls)) {
                ids.add(call.get());
            }
            assertThat(ids).hasSize(1).doesNotContain("");
        } finally {
            callers.shutdown();
        }
        assertThat(count(message.get("externalId"))).isOne();
    }

    @Test
    @DisplayName("неверные поля названы по-русски")
    void wrongFieldsAreNamed() {
        var response = post("integration", null, Map.of("channel", "fax", "text", " ", "link", "javascript:alert(1)"));
        assertThat(response.getStatusCode().value()).isEqualTo(422);
        Map<String, String> errors = new HashMap<>();
        Objects.requireNonNull(response.getBody())
                .path("errors")
                .forEach(error -> errors.put(
                        error.path("field").asText(), error.path("message").asText()));
        assertThat(errors)
                .containsEntry("channel", "Неизвестный канал")
                .containsEntry("text", "Текст не может быть пустым")
                .containsEntry("link", "Ссылка должна начинаться с http:// или https://");

        var broken = send("integration", null, "{\"channel\":");
        assertThat(broken.getStatusCode().value()).isEqualTo(400);
        assertThat(field(broken, "title")).isEqualTo("Запрос не понят");
        assertThat(post("integration", "k".repeat(201), message(TEXT))
                        .getStatusCode()
                        .is4xxClientError())
                .isTrue();
    }

    @Test
    @DisplayName("разметка, знаки U+0000, эмодзи и длинные тексты не ломают приём; слишком длинный отклонён")
    void hostileTextsAreTakenOrRefused() {
        MessageCard marked =
                registered("<script>alert(1)</script><b>Яма</b> у дома &amp; дороги \uD83D\uDE97 \u0000конец");
        assertThat(marked.text()).isEqualTo("Яма у дома & дороги \uD83D\uDE97 конец");
        assertThat(marked.originalText()).contains("<script>").doesNotContain("\u0000");
        assertThat(registered("б".repeat(99_000)).text()).hasSize(99_000);

        var huge = post("integration", null, message("б".repeat(100_001)));
        assertThat(huge.getStatusCode().value()).isEqualTo(422);
        assertThat(Objects.requireNonNull(huge.getBody())
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("Не длиннее 100 000 знаков");
    }

    @Test
    @DisplayName("сохранение набранного в форме тоже переживает U+0000, а косая черта с буквами u0000 остаётся")
    void formsKeepTextsWithoutNul() {
        UUID id = staff.citizenWrites(Channel.VK, TEXT);
        String task = staff.task(id, "userTask_triageMessage").getId();
        var saved = rest.withBasicAuth("im", "mcu-demo")
                .exchange(
                        "/api/tasks/" + task + "/input",
                        HttpMethod.PUT,
                        json(null, Map.of("reason", "до\u0000после \\u0000 \\\u0000")),
                        JsonNode.class);
        assertThat(saved.getStatusCode().value()).isEqualTo(200);
        assertThat(jdbc.sql("select input ->> 'reason' from mcu.task_input where task_id = :task")
                        .param("task", task)
                        .query(String.class)
                        .single())
                .isEqualTo("допосле \\u0000 \\");
    }

    @Test
    @DisplayName("внешняя система видит только свои сообщения, исполнитель не регистрирует")
    void othersMessagesAreHidden() {
        UUID foreign = staff.citizenWrites(Channel.VK, TEXT);
        String own = field(post("integration", null, message(TEXT)), "id");

        assertThat(get("integration", own).getStatusCode().value()).isEqualTo(200);
        var hidden = get("integration", foreign.toString());
        assertThat(hidden.getStatusCode().value()).isEqualTo(404);
        assertThat(field(hidden, "title")).isEqualTo("Сообщение не найдено");
        assertThat(post("ispolnitel", null, message(TEXT)).getStatusCode().value())
                .isEqualTo(403);
        assertThat(rest.getForEntity(MESSAGES + "/" + own, JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);

        Map<String, Object> taken = message(TEXT);
        assertThat(post("im", null, taken).getStatusCode().value()).isEqualTo(201);
        assertThat(post("integration", null, taken).getStatusCode().value()).isEqualTo(409);
    }

    @Test
    @DisplayName("OpenAPI отдаётся только после входа и описывает оба запроса с ошибками")
    void theApiIsDescribed() {
        assertThat(rest.getForEntity("/api/docs", JsonNode.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        var response = rest.withBasicAuth("integration", "mcu-demo").getForEntity("/api/docs", JsonNode.class);
        assertThat(response.getStatusCode().value()).isEqualTo(200);
        JsonNode paths = Objects.requireNonNull(response.getBody()).path("paths");
        assertThat(names(paths.path("/api/messages").path("post").path("responses")))
                .contains("200", "201", "400", "401", "403", "409", "422");
        assertThat(names(paths.path("/api/messages/{id}").path("get").path("responses")))
                .contains("200", "401", "404");
        assertThat(paths.toString()).contains("application/problem+json").contains("Idempotency-Key");
        assertThat(names(paths)).doesNotContain("/api/messages/by-hand").noneMatch(path -> path.contains("survey"));
    }

    @Test
    @DisplayName("дополнение открытого сообщения остаётся в нём, дополнение закрытого заводит новое, связанное")
    void aFollowUpOfAClosedMessageOpensANewOne() {
        Map<String, Object> message = message(TEXT);
        message.put("authorContact", "ivan@example.org");
        message.put("thread", "post-7");
        String id = field(post("integration", null, message), "id");
        assertThat(followUp("integration", id, "added", "И скамейку сломали")
                        .getStatusCode()
                        .value())
                .isEqualTo(204);
        staff.as("rukovoditel", () -> {
            oversight.cancel(UUID.fromString(id), "Проверка");
            return id;
        });

        String externalId = UUID.randomUUID().toString();
        var opened = followUp("integration", id, "added", "Стекло вставили, но его снова разбили", externalId);
        var repeated = followUp("integration", id, "added", "Стекло вставили, но его снова разбили", externalId);

        assertThat(opened.getStatusCode().value()).isEqualTo(201);
        assertThat(field(opened, "number")).startsWith("МЦУ-");
        assertThat(field(repeated, "id")).isEqualTo(field(opened, "id"));
        MessageCard old = card(id);
        MessageCard next = card(field(opened, "id"));
        assertThat(next.text()).isEqualTo("Стекло вставили, но его снова разбили");
        assertThat(next.author().contact()).isEqualTo("ivan@example.org");
        assertThat(next.sameAuthor())
                .extracting(MessageCard.RelatedView::number)
                .contains(old.number());
        assertThat(next.history())
                .extracting(MessageCard.HistoryView::what)
                .contains("Продолжение закрытого сообщения " + old.number());
        assertThat(old.history())
                .extracting(MessageCard.HistoryView::what)
                .containsOnlyOnce("Автор написал снова: " + next.number());
        assertThat(staff.openKeys(next.id())).containsExactly("userTask_triageMessage");

        assertThat(followUp("integration", id, "added", " ").getStatusCode().value())
                .isEqualTo(422);
        assertThat(followUp("integration", id, "deleted", null).getStatusCode().value())
                .isEqualTo(409);
    }

    private MessageCard registered(String text) {
        var response = post("integration", null, message(text));
        assertThat(response.getStatusCode().value())
                .as("%s", response.getBody())
                .isEqualTo(201);
        return card(field(response, "id"));
    }

    private MessageCard card(String id) {
        return staff.as("rukovoditel", () -> cards.card(UUID.fromString(id)));
    }

    private static Map<String, Object> message(String text) {
        return new HashMap<>(
                Map.of("channel", "api", "externalId", UUID.randomUUID().toString(), "text", text));
    }

    private ResponseEntity<JsonNode> post(String user, @Nullable String key, Map<String, ?> message) {
        return send(user, key, message);
    }

    private ResponseEntity<JsonNode> send(String user, @Nullable String key, Object body) {
        return rest.withBasicAuth(user, "mcu-demo").postForEntity(MESSAGES, json(key, body), JsonNode.class);
    }

    private ResponseEntity<JsonNode> followUp(String user, String id, String kind, @Nullable String text) {
        return followUp(user, id, kind, text, null);
    }

    private ResponseEntity<JsonNode> followUp(
            String user, String id, String kind, @Nullable String text, @Nullable String externalId) {
        Map<String, @Nullable Object> body = new HashMap<>();
        body.put("kind", kind);
        body.put("text", text);
        body.put("externalId", externalId);
        return rest.withBasicAuth(user, "mcu-demo")
                .postForEntity(MESSAGES + "/" + id + "/follow-ups", json(null, body), JsonNode.class);
    }

    private static HttpEntity<Object> json(@Nullable String key, Object body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (key != null) {
            headers.set("Idempotency-Key", key);
        }
        return new HttpEntity<>(body, headers);
    }

    private ResponseEntity<JsonNode> get(String user, String id) {
        return rest.withBasicAuth(user, "mcu-demo").getForEntity(MESSAGES + "/" + id, JsonNode.class);
    }

    private long count(@Nullable Object externalId) {
        return jdbc.sql("select count(*) from mcu.message where external_id = :id")
                .param("id", externalId)
                .query(Long.class)
                .single();
    }

    private static String field(ResponseEntity<JsonNode> response, String name) {
        return Objects.requireNonNull(response.getBody()).path(name).asText();
    }

    private static Set<String> names(JsonNode object) {
        return java.util.stream.StreamSupport.stream(((Iterable<String>) object::fieldNames).spliterator(), false)
                .collect(Collectors.toSet());
    }
}
