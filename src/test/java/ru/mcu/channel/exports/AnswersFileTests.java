package ru.mcu.channel.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.WholeApplication;
import ru.mcu.channel.imports.Exports;
import ru.mcu.channel.imports.Uploads;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.TestClock;
import ru.mcu.spreadsheet.IncidentRow;
import ru.mcu.spreadsheet.PosRow;
import ru.mcu.spreadsheet.RowHandler;
import ru.mcu.spreadsheet.RowProblem;
import ru.mcu.spreadsheet.SheetReader;

@WholeApplication
@DisplayName("Выгрузка наших ответов")
class AnswersFileTests {

    private static final String IM = "/api/exports/incident-management?since=2026-11-23";
    private static final String POS = "/api/exports/pos?since=2026-11-23";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\";\"Ответ\")";

    @Autowired
    TestRestTemplate rest;

    @Autowired
    SheetReader<IncidentRow> incidents;

    @Autowired
    SheetReader<PosRow> pos;

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
    @DisplayName("ИМ: ответы и шаг стоят в столбцах выгрузки, наша же загрузка их читает и ничего не заводит дважды")
    void incidentsGoBack() throws IOException {
        String answered = Exports.key();
        String open = Exports.key();
        upload(
                "im",
                Uploads.IM,
                Exports.xlsx(List.of(Exports.incident(answered, "В работе"), Exports.incident(open, "В работе"))));
        answer("im", answered, FORMULA, "2026-11-23T03:00:00Z");
        answer("im", answered, "Иван, яма заделана.", "2026-11-24T03:00:00Z");
        byte[] file = file("im", IM);

        IncidentRow row = read(incidents, file).stream()
                .filter(it -> it.id().equals(answered))
                .findFirst()
                .orElseThrow();
        assertThat(row.answer1()).isEqualTo(FORMULA);
        assertThat(row.answer2()).isEqualTo("Иван, яма заделана.");
        assertThat(row.firstAnswerAt()).isEqualTo("2026-11-23T10:00:00");
        assertThat(row.createdAt()).isEqualTo("2026-11-19T20:06:02");
        assertThat(row.incidentNumber()).isEqualTo("И-" + answered);
        assertThat(row.step()).isEqualTo("В работе");
        assertThat(row.text()).startsWith("Здравствуйте! Возле дома 12");
        assertThat(read(incidents, file)).noneMatch(it -> it.id().equals(open));
        assertThat(cells(file)).noneMatch(cell -> cell.startsWith("="));
        JsonNode report = upload("im", Uploads.IM, file);
        assertThat(report.path("created").asInt()).isZero();
        assertThat(report.path("refusedCount").asInt()).isZero();
    }

    @Test
    @DisplayName("ПОС: 25 столбцов её выгрузки, за ними ответ")
    void posMessagesGoBack() throws IOException {
        String number = Exports.key();
        upload("pos", Uploads.POS, Exports.xlsx(List.of(Exports.pos(number, "В работе"))));
        answer("pos", number, "Яма заделана.", "2026-11-23T03:00:00Z");
        byte[] file = file("pos", POS);

        PosRow row = read(pos, file).stream()
                .filter(it -> it.number().equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(row.receivedOn()).isEqualTo("2026-11-20");
        assertThat(row.dueOn()).isEqualTo("2026-12-04");
        assertThat(row.finishedOn()).isNull();
        assertThat(row.fastTrack()).isFalse();
        assertThat(cells(file)).contains("Ответ", "Яма заделана.");
        assertThat(upload("pos", Uploads.POS, file).path("created").asInt()).isZero();
    }

    @Test
    @DisplayName("заголовки и порядок столбцов те же, что в настоящих выгрузках")
    void headersAreThoseOfTheSources() throws IOException {
        Path im = Path.of("../shared/data/incident-management/columns.json");
        assumeThat(im).as("нет описания столбцов").exists();
        List<String> imHeaders = new ArrayList<>();
        json.readTree(im.toFile())
                .path("columns")
                .forEach(it -> imHeaders.add(it.path("header").asText()));
        List<String> posHeaders = new ArrayList<>();
        json.readTree(Path.of("../shared/data/pos/columns.json").toFile())
                .path("columns")
                .forEach(it -> posHeaders.add(it.asText()));

        assertThat(cells(file("rukovoditel", IM)).subList(0, 47)).isEqualTo(imHeaders);
        assertThat(cells(file("rukovoditel", POS)).subList(0, 25)).isEqualTo(posHeaders);
    }

    @Test
    @DisplayName("чужой канал и исполнителям выгрузка не даётся")
    void onlyTheOperatorsOfTheChannel() {
        assertThat(get("pos", IM).getStatusCode().value()).isEqualTo(403);
        assertThat(get("ispolnitel", POS).getStatusCode().value()).isEqualTo(403);
        assertThat(get("cur", IM).getStatusCode().value()).isEqualTo(403);
        assertThat(get("im", "/api/exports/incident-management?since=yesterday")
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    private byte[] file(String user, String path) {
        ResponseEntity<byte[]> answer = get(user, path);
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getHeaders().getContentDisposition().getFilename()).endsWith("2026-11-23.xlsx");
        return java.util.Objects.requireNonNull(answer.getBody());
    }

    private ResponseEntity<byte[]> get(String user, String path) {
        return rest.withBasicAuth(user, "mcu-demo").getForEntity(path, byte[].class);
    }

    private JsonNode upload(String user, String path, byte[] file) {
        return java.util.Objects.requireNonNull(
                new Uploads(rest).post(user, path, file).getBody());
    }

    private void answer(String channel, String externalId, String text, String at) {
        jdbc.sql("""
                insert into mcu.publication (id, message_id, kind, text, sha256, channel, status, created_at, published_at)
                select :id, m.id, 'ANSWER', :text, :hash, m.channel, 'PUBLISHED', :at, :at
                from mcu.message m where channel = :channel and external_id = :external""")
                .param("id", UUID.randomUUID())
                .param("text", text)
                .param("hash", Hashes.sha256(text))
                .param("at", OffsetDateTime.parse(at))
                .param("channel", channel)
                .param("external", externalId)
                .update();
    }

    private static <R> List<R> read(SheetReader<R> reader, byte[] file) throws IOException {
        List<R> rows = new ArrayList<>();
        reader.read(new ByteArrayInputStream(file), "answers.xlsx", new RowHandler<R>() {
            @Override
            public void row(int rowNumber, R row) {
                rows.add(row);
            }

            @Override
            public void problem(RowProblem problem) {
                throw new AssertionError(problem.toString());
            }
        });
        return rows;
    }

    private static List<String> cells(byte[] file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    cells.add(cell.getStringCellValue());
                }
            }
        }
        return cells;
    }
}
