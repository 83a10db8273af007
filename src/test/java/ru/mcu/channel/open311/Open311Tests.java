package ru.mcu.channel.open311;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Open311 GeoReport v2")
class Open311Tests {

    private static final Path SPEC = Path.of("../shared/data/open311");

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    @BeforeEach
    void mondayMorning() {
        clock.set(Instant.parse("2026-11-23T02:00:00Z"));
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName(
            "список услуг – группы тем города, JSON и XML; определение услуги; неизвестный код – ошибка по спецификации")
    void services() throws Exception {
        JsonNode all = get("/services.json");
        assertThat(all)
                .anyMatch(it -> it.path("service_code").asText().equals("roads")
                        && it.path("service_name").asText().equals("Дороги")
                        && it.path("type").asText().equals("realtime"));
        Document xml = xml(rest.getForObject("/open311/v2/services.xml", String.class));
        assertThat(xml.getDocumentElement().getNodeName()).isEqualTo("services");
        assertThat(xml.getElementsByTagName("service").getLength()).isEqualTo(all.size());
        assertThat(get("/services/roads.json").get(0).path("service_code").asText())
                .isEqualTo("roads");
        ResponseEntity<String> unknown = rest.getForEntity("/open311/v2/services/nothing.json", String.class);
        assertThat(unknown.getStatusCode().value()).isEqualTo(404);
        assertThat(json.readTree(unknown.getBody()).get(0).path("code").asInt()).isEqualTo(404);
        assertThat(rest.getForObject("/open311/v2/services/nothing.xml", String.class))
                .contains("<errors><error><code>404</code><description>");
    }

    @Test
    @DisplayName("сообщение зарегистрировано один раз; наружу не выходит ни имя, ни телефон, ни текст заявителя")
    void requestsAreRegisteredOnceAndSayNothingOfTheirAuthor() throws Exception {
        Map<String, String> fields = Map.of(
                "service_code", "roads",
                "description", "Яма, звоните 8 913 123-45-67, Пётр Сидоров",
                "lat", "51.501234",
                "long", "81.207777",
                "address_string", "улица Сельмашская, 12, кв. 7",
                "first_name", "Пётр",
                "last_name", "Сидоров",
                "email", "petr@example.org",
                "phone", "+79131234567");
        String token = UUID.randomUUID().toString();
        JsonNode first = json.readTree(post("json", token, fields).getBody()).get(0);
        JsonNode again = json.readTree(post("json", token, fields).getBody()).get(0);
        String id = first.path("service_request_id").asText();

        assertThat(again).isEqualTo(first);
        assertThat(jdbc.sql(
                                "select author_name || ' ' || author_contact || ' ' || topic_group from mcu.message where number = :n")
                        .param("n", "МЦУ-" + id)
                        .query(String.class)
                        .single())
                .isEqualTo("Пётр Сидоров petr@example.org Дороги");
        String shown = rest.getForObject("/open311/v2/requests/" + id + ".json", String.class);
        assertThat(shown).doesNotContain("Пётр", "Сидоров", "petr@", "913", "кв. 7", "Яма");
        JsonNode request = json.readTree(shown).get(0);
        assertThat(request.path("status").asText()).isEqualTo("open");
        assertThat(request.path("service_code").asText()).isEqualTo("roads");
        assertThat(request.path("lat").asDouble()).isEqualTo(51.50123);
        assertThat(request.path("address").asText()).startsWith("улица Сельмашская, 12");
        assertThat(request.path("requested_datetime").asText()).isEqualTo("2026-11-23T09:00:00+07:00");
        assertThat(request.path("status_notes").isNull()).isTrue();

        answered(id);
        assertThat(get("/requests/" + id + ".json").get(0).path("status_notes").asText())
                .isEqualTo("Яму заделают до 1 декабря.");
        assertThat(rest.getForObject("/open311/v2/requests/" + id + ".xml", String.class))
                .contains("<service_requests><request><service_request_id>" + id, "<status_notes>Яму заделают");
    }

    @Test
    @DisplayName("фильтры и страницы списка")
    void requestsAreFiltered() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(json.readTree(post(
                                    "json",
                                    null,
                                    Map.of(
                                            "service_code",
                                            "roads",
                                            "description",
                                            "Яма " + i,
                                            "address_string",
                                            "Ленина, 1"))
                            .getBody())
                    .get(0)
                    .path("service_request_id")
                    .asText());
            clock.set(Instant.parse("2026-11-23T02:00:0" + (i + 1) + "Z"));
        }
        String range = "start_date=2026-11-23T09:00:00%2B07:00&end_date=2026-11-23T09:01:00%2B07:00";

        assertThat(get("/requests.json?service_request_id=" + String.join(",", ids)))
                .hasSize(3);
        assertThat(get("/requests.json?service_code=roads&status=open&" + range))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(get("/requests.json?status=closed&" + range)).isEmpty();
        assertThat(
                        get(
                                "/requests.json?service_code=housing&start_date=2026-11-23T09:00:01%2B07:00&end_date=2026-11-23T09:01:00%2B07:00"))
                .isEmpty();
        assertThat(get("/requests.json?end_date=2020-01-01")).isEmpty();
        assertThat(get("/requests.json?page_size=1&page=2&" + range)).hasSize(1);
        for (String wrong : List.of("status=done", "start_date=yesterday", "page=0", "service_code=nothing")) {
            ResponseEntity<String> answer = rest.getForEntity("/open311/v2/requests.json?" + wrong, String.class);
            assertThat(answer.getStatusCode().is4xxClientError()).as(wrong).isTrue();
            assertThat(json.readTree(answer.getBody())
                            .get(0)
                            .path("description")
                            .asText())
                    .as(wrong)
                    .isNotBlank();
        }
    }

    @Test
    @DisplayName("без ключа, без места, без описания и в чужой город не принимается, ошибка в нужном виде")
    void wrongRequestsAreRefused() throws Exception {
        assertThat(rest.postForEntity(
                                "/open311/v2/requests.json", form(Map.of("service_code", "roads"), null), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(post("json", null, Map.of("api_key", "wrong", "service_code", "roads"))
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(post("json", null, Map.of("service_code", "nothing"))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
        ResponseEntity<String> nowhere = post("xml", null, Map.of("service_code", "roads", "description", "Яма"));
        assertThat(nowhere.getStatusCode().value()).isEqualTo(400);
        assertThat(xml(nowhere.getBody()).getElementsByTagName("code").item(0).getTextContent())
                .isEqualTo("400");
        assertThat(post("json", null, Map.of("service_code", "roads", "description", "Яма", "lat", "95", "long", "1"))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(post(
                                "json",
                                null,
                                Map.of(
                                        "service_code",
                                        "roads",
                                        "description",
                                        "Яма",
                                        "address_string",
                                        "Ленина",
                                        "media_url",
                                        "file:///etc/passwd"))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(rest.getForEntity("/open311/v2/services.json?jurisdiction_id=elsewhere", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("поля ответов те же, что в примерах спецификации")
    void fieldsAreThoseOfTheSpecification() throws Exception {
        Path sample = SPEC.resolve("spec_requests_response.json");
        assumeThat(sample).as("нет примеров спецификации").exists();
        JsonNode receipt = json.readTree(post(
                                "json",
                                null,
                                Map.of("service_code", "roads", "description", "Яма", "address_string", "Ленина, 2"))
                        .getBody())
                .get(0);
        JsonNode request = get("/requests/" + receipt.path("service_request_id").asText() + ".json")
                .get(0);

        assertThat(names(request)).containsExactlyInAnyOrderElementsOf(names(spec(sample)));
        assertThat(names(receipt))
                .containsExactlyInAnyOrderElementsOf(names(spec(SPEC.resolve("spec_post_request_response.json"))));
    }

    private JsonNode spec(Path file) throws IOException {
        return json.readTree(Files.readString(file)).get(0);
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void answered(String id) {
        jdbc.sql("""
                insert into mcu.publication (id, message_id, kind, text, sha256, channel, status, created_at, published_at)
                select :id, m.id, 'ANSWER', :text, :hash, 'open311', 'PUBLISHED', :now, :now
                from mcu.message m where number = :number""")
                .param("id", UUID.randomUUID())
                .param("text", "Яму заделают до 1 декабря.")
                .param("hash", Hashes.sha256("Яму заделают до 1 декабря."))
                .param("now", OffsetDateTime.parse("2026-11-23T03:00:00Z"))
                .param("number", "МЦУ-" + id)
                .update();
    }

    private JsonNode get(String path) throws IOException {
        return json.readTree(
                rest.getForObject(java.net.URI.create(rest.getRootUri() + "/open311/v2" + path), String.class));
    }

    private ResponseEntity<String> post(String format, @Nullable String token, Map<String, String> fields) {
        Map<String, String> all = new java.util.HashMap<>(Map.of("api_key", "key-of-the-portal"));
        all.putAll(fields);
        return rest.postForEntity("/open311/v2/requests." + format, form(all, token), String.class);
    }

    private static HttpEntity<LinkedMultiValueMap<String, String>> form(
            Map<String, String> fields, @Nullable String token) {
        HttpHeaders headers = new HttpHeaders();
        if (token != null) {
            headers.set("Idempotency-Key", token);
        }
        LinkedMultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        headers.setContentType(org.springframework.http.MediaType.APPLICATION_FORM_URLENCODED);
        return new HttpEntity<>(form, headers);
    }

    private static Document xml(@Nullable String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(String.valueOf(text))));
    }
}
