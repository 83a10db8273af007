package ru.mcu.workplace.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.platform.Channel;
import ru.mcu.platform.audit.AuditSealer;
import ru.mcu.platform.audit.AuditTrail;

@WholeApplication
@DisplayName("Журнал действий")
class AuditPageTests {

    private static final String PAGE = "/api/admin/audit";

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Staff staff;

    @Autowired
    AuditTrail audit;

    @Autowired
    AuditSealer sealer;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @ValueSource(strings = {"im", "pos", "rukovoditel", "kurator", "ispolnitel-housing", "cur", "analitik", "nobody"})
    @DisplayName("только для администратора")
    void onlyTheAdministratorReadsIt(String user) {
        HttpStatus expected = user.equals("nobody") ? HttpStatus.UNAUTHORIZED : HttpStatus.FORBIDDEN;
        for (String path : List.of("", "?looks=true", "/export.xlsx", "/state", "/verify")) {
            assertThat(as(user).getForEntity(PAGE + path, String.class).getStatusCode())
                    .as(path)
                    .isEqualTo(expected);
        }
    }

    @Test
    @DisplayName("просмотр контактов автора записан: кто, какое сообщение, с какого адреса; раз в день")
    void aLookAtContactsIsRecordedOnceADay() {
        UUID message = staff.citizenWrites(Channel.PHONE, "Не горит фонарь " + UUID.randomUUID());
        JsonNode without = as("im").getForObject("/api/messages/" + message + "/card", JsonNode.class);
        String number = without.path("number").asText();
        assertThat(looks(number)).as("a card without contacts").isEmpty();

        database.sql("update mcu.message set author_contact = '+7 385 000-00-00' where id = :id")
                .param("id", message)
                .update();
        for (int i = 0; i < 3; i++) {
            JsonNode card = as("im").getForObject("/api/messages/" + message + "/card", JsonNode.class);
            assertThat(card.path("author").path("contact").asText()).isEqualTo("+7 385 000-00-00");
            assertThat(card.path("history").findValuesAsText("action")).doesNotContain("Просмотрены контакты автора");
        }
        JsonNode look = looks(number).get(0);
        assertThat(looks(number)).hasSize(1);
        assertThat(look.path("actor").asText()).isEqualTo("im");
        assertThat(look.path("number").asText()).isEqualTo(number);
        assertThat(look.path("client").asText()).isEqualTo("127.0.0.1");

        String task = staff.task(message, "userTask_triageMessage").getId();
        assertThat(as("rukovoditel")
                        .getForEntity("/api/tasks/" + task, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
        database.sql("update mcu.message set status = 'CUR_APPROVAL' where id = :id")
                .param("id", message)
                .update();
        JsonNode withheld = as("cur").getForObject("/api/messages/" + message + "/card", JsonNode.class);
        assertThat(withheld.path("number").asText()).isEqualTo(number);
        assertThat(looks(number).stream().map(it -> it.path("actor").asText()))
                .as("the form of a task shows the card too; who was shown no contacts is not accused of a look")
                .containsExactly("rukovoditel", "im");
    }

    @Test
    @DisplayName("поиск по человеку, сообщению, действию и датам; страницы; сам поиск записан")
    void theSearchFindsAndIsRecorded() {
        UUID subject = UUID.randomUUID();
        String actor = "u-" + subject;
        for (int i = 0; i < 120; i++) {
            audit.record(subject, "Шаг 100%_" + i, actor, null, Map.of());
        }
        audit.look(subject, "Взгляд", actor, Map.of());

        List<String> seen = new ArrayList<>();
        String before = "";
        do {
            JsonNode page = as("admin").getForObject(PAGE + "?person=" + actor + before, JsonNode.class);
            page.path("items").forEach(it -> seen.add(it.path("action").asText()));
            before = page.path("next").isNull()
                    ? ""
                    : "&before=" + page.path("next").asText();
        } while (!before.isEmpty());
        assertThat(seen).hasSize(121).doesNotHaveDuplicates().startsWith("Взгляд", "Шаг 100%_119");

        assertThat(count("?person=" + actor + "&looks=true")).isEqualTo(1);
        assertThat(count("?person=" + actor + "&words=вЗГл")).isEqualTo(1);
        assertThat(as("admin")
                        .getForObject(PAGE + "?person={p}&words={w}", JsonNode.class, actor, "100%_7")
                        .path("items"))
                .as("signs of a pattern are ordinary characters")
                .hasSize(11);
        assertThat(count("?person=" + actor + "&from=2100-01-01T00:00:00Z")).isZero();
        assertThat(count("?person=" + actor + "&to=2000-01-01T00:00:00Z")).isZero();
        assertThat(as("admin")
                        .getForEntity(PAGE + "?number=нет-такого", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);

        assertThat(database.sql("""
                        select count(*) from mcu.audit_entry where action = 'Поиск в журнале действий' and sensitive
                        and actor = 'admin' and client = '127.0.0.1' and details ->> 'actor' = :actor""").param("actor", actor).query(Long.class).single())
                .isEqualTo(8);
    }

    @Test
    @DisplayName("выгрузка без формул, и она записана")
    void theExportIsSafeAndRecorded() throws IOException {
        String actor = "=1+1-" + UUID.randomUUID();
        audit.record(UUID.randomUUID(), "+cmd", actor, "@SUM(A1)", Map.of("a", 1));
        byte[] file =
                Objects.requireNonNull(as("admin").getForObject(PAGE + "/export.xlsx?person={p}", byte[].class, actor));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(StreamSupport.stream(sheet.getRow(1).spliterator(), false)
                            .map(cell -> cell.getStringCellValue()))
                    .contains("'" + actor, "'+cmd", "'@SUM(A1)", "{\"a\": 1}");
        }
        assertThat(database.sql("""
                        select count(*) from mcu.audit_entry where action = 'Выгрузка журнала действий' and sensitive
                        and actor = 'admin' and details ->> 'actor' = :actor and details ->> 'rows' = '1'""").param("actor", actor).query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("проверка цепочки с страницы")
    void theChainIsCheckedFromThePage() {
        audit.record(UUID.randomUUID(), "Проба", "im", null, Map.of());
        sealer.seal();
        JsonNode report = as("admin").getForObject(PAGE + "/verify", JsonNode.class);
        assertThat(report.path("breaks")).isEmpty();
        assertThat(report.path("sealed").asLong()).isPositive();
        assertThat(as("admin")
                        .getForObject(PAGE + "/state", JsonNode.class)
                        .path("report")
                        .path("head"))
                .isEqualTo(report.path("head"));
    }

    private List<JsonNode> looks(String number) {
        JsonNode items = as("admin")
                .getForObject(PAGE + "?looks=true&words=контакты&number={n}", JsonNode.class, number)
                .path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private int count(String query) {
        return as("admin")
                .getForObject(PAGE + query, JsonNode.class)
                .path("items")
                .size();
    }

    private TestRestTemplate as(String user) {
        return rest.withBasicAuth(user, "mcu-demo");
    }
}
