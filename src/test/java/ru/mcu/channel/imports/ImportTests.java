package ru.mcu.channel.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.mcu.Staff;
import ru.mcu.WholeApplication;
import ru.mcu.message.Intake;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageCards;
import ru.mcu.message.MessageStatus;
import ru.mcu.platform.TestClock;

@WholeApplication
@DisplayName("Загрузка выгрузок")
class ImportTests {

    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-23T02:00:00Z");

    @Autowired
    TestRestTemplate rest;

    @Autowired
    Staff staff;

    @Autowired
    Intake intake;

    @Autowired
    MessageCards cards;

    @Autowired
    ImportBatches batches;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    Uploads uploads;

    @BeforeEach
    void mondayMorning() {
        clock.set(MONDAY_MORNING);
        uploads = new Uploads(rest);
    }

    @AfterEach
    void timeRuns() {
        clock.reset();
    }

    @Test
    @DisplayName("настоящий пример из 10 строк загружается целиком, а второй раз ничего не меняет")
    void theRealSampleIsTaken() throws Exception {
        Path sample = Path.of("../shared/data/incident-management/sample-10-rows.csv");
        assumeThat(sample).as("нет файла с примером выгрузки").exists();
        byte[] book = Exports.xlsx(csv(sample));

        JsonNode first = report(uploads.post("im", Uploads.IM, book).getBody());
        JsonNode second = report(uploads.post("im", Uploads.IM, book).getBody());

        assertThat(first.get("created").asInt() + first.get("unchanged").asInt())
                .isEqualTo(10);
        assertThat(first.get("refusedCount").asInt()).isZero();
        counts(second, 0, 0, 10, 0);
    }

    @Test
    @DisplayName(
            "38 «Готово» и одно «Оценка удовлетворенности»: история без процесса и один опрос; повтор не меняет ничего")
    void aRealShapedExportIsTakenOnce() {
        String prefix = Exports.key();
        List<Map<String, String>> rows = new ArrayList<>();
        IntStream.range(0, 38).forEach(i -> rows.add(Exports.incident(prefix + i, "Готово")));
        rows.add(Exports.incident(prefix + 38, "Оценка удовлетворенности"));
        byte[] book = Exports.xlsx(rows);

        counts(report(uploads.post("im", Uploads.IM, book).getBody()), 39, 0, 0, 0);
        assertThat(IntStream.range(0, 38).mapToObj(i -> message("im", prefix + i)))
                .allMatch(id -> !staff.inWork(id))
                .allMatch(id -> card(id).status() == MessageStatus.CLOSED)
                .allMatch(id -> card(id).publications().get(0).text().startsWith("Иван, здравствуйте!"));
        UUID surveyed = message("im", prefix + 38);
        assertThat(staff.inWork(surveyed)).isTrue();
        assertThat(staff.openKeys(surveyed)).containsExactly("userTask_publishManually");
        MessageCard.PublicationView answer = card(surveyed).publications().get(0);
        assertThat(answer.kind().code()).isEqualTo("answer");

        counts(report(uploads.post("im", Uploads.IM, book).getBody()), 0, 0, 39, 0);

        rows.get(5).put("Текущий шаг инцидента", "В работе");
        counts(report(uploads.post("im", Uploads.IM, Exports.xlsx(rows)).getBody()), 0, 1, 38, 0);
        assertThat(card(message("im", prefix + 5)).history())
                .extracting(MessageCard.HistoryView::what)
                .containsExactly("Зарегистрировано", "Выгрузка изменилась");
    }

    @Test
    @DisplayName("каждая из четырёх раскладок столбцов загружается")
    void everyLayoutIsTaken() throws Exception {
        Path layouts = Path.of("../shared/data/incident-management/layouts.json");
        assumeThat(layouts).as("нет файла раскладок").exists();
        JsonNode tree = json.readTree(layouts.toFile()).get("layouts");
        List<JsonNode> all = new ArrayList<>();
        tree.forEach(all::add);
        assertThat(all).hasSize(4);
        for (JsonNode layout : all) {
            String key = Exports.key();
            String[] header = new String[47];
            Arrays.setAll(header, i -> "Прочее " + i);
            header[1] = "ID";
            header[10] = "Время 1го ответа ПИ";
            Map<String, String> row = new LinkedHashMap<>(Exports.incident(key, "Модерация"));
            layout.fields()
                    .forEachRemaining(column -> header[
                                    CellReference.convertColStringToIndex(
                                            column.getValue().asText())] =
                            column.getKey());

            JsonNode report = report(uploads.post("im", Uploads.IM, Exports.xlsx(List.of(header), List.of(row)))
                    .getBody());

            counts(report, 1, 0, 0, 0);
            MessageCard card = card(message("im", key));
            assertThat(card.text()).startsWith("Здравствуйте! Возле дома 12");
            assertThat(card.topicGroup()).isEqualTo("Дороги");
            assertThat(staff.openKeys(card.id())).containsExactly("userTask_triageMessage");
        }
    }

    @ParameterizedTest(name = "{0}: исполнитель известен — {1}, неизвестен — {2}")
    @CsvSource({
        "Подготовка ответа, userTask_draftAnswer, userTask_triageMessage",
        "Согласование, userTask_reviewAnswer, userTask_triageMessage",
        "Публикация, userTask_publishManually, userTask_publishManually",
        "Модерация, userTask_triageMessage, userTask_triageMessage",
        "Шаг без названия, userTask_triageMessage, userTask_triageMessage"
    })
    @DisplayName("открытое сообщение начинается с шага, на котором стоит в источнике")
    void openIncidentsBeginWhereTheyStand(String step, String withExecutor, String without) {
        String known = Exports.key();
        String unknown = Exports.key();
        Map<String, String> strange = Exports.incident(unknown, step);
        strange.put("Отдел", "Отдел, которого в городе нет");

        counts(
                report(uploads.post("im", Uploads.IM, Exports.xlsx(List.of(Exports.incident(known, step), strange)))
                        .getBody()),
                2,
                0,
                0,
                0);

        assertThat(staff.openKeys(message("im", known))).containsExactly(withExecutor);
        assertThat(staff.openKeys(message("im", unknown))).containsExactly(without);
    }

    @Test
    @DisplayName("негодные строки и ячейки названы: строка, столбец, причина; остальные загружены")
    void badRowsAreNamed() {
        String good = Exports.key();
        String badDate = Exports.key();
        Map<String, String> undated = Exports.incident(badDate, "Готово");
        undated.put("Дата создания", "31.02.2026");
        Map<String, String> keyless = Exports.incident("", "Готово");

        JsonNode report = report(uploads.post(
                        "im", Uploads.IM, Exports.xlsx(List.of(Exports.incident(good, "Готово"), undated, keyless)))
                .getBody());

        counts(report, 2, 0, 0, 2);
        assertThat(report.get("rowsRead").asInt()).isEqualTo(3);
        JsonNode refused = report.get("refused");
        assertThat(refused.get(0).get("row").asInt()).isEqualTo(3);
        assertThat(refused.get(0).get("column").asText()).isEqualTo("Дата создания");
        assertThat(refused.get(1).get("row").asInt()).isEqualTo(4);
        assertThat(refused.get(1).get("column").asText()).isEqualTo("ID");
        assertThat(refused.get(1).get("reason").asText()).contains("Нет номера");
    }

    @Test
    @DisplayName("одна и та же строка дважды в файле: сообщение одно")
    void aRowTwiceInTheFileIsOneMessage() {
        String key = Exports.key();
        counts(
                report(uploads.post(
                                "im",
                                Uploads.IM,
                                Exports.xlsx(List.of(Exports.incident(key, "Готово"), Exports.incident(key, "Готово"))))
                        .getBody()),
                1,
                0,
                1,
                0);
    }

    @Test
    @DisplayName("файл другого вида отклоняется целиком, по-русски и с советом")
    void otherFilesAreRefused() {
        for (byte[] file : List.of(
                "%PDF-1.7 договор".getBytes(StandardCharsets.UTF_8),
                "<html>страница</html>".getBytes(StandardCharsets.UTF_8),
                Exports.xlsx(List.of(Map.of("Фамилия", "Иванов"))))) {
            var response = uploads.post("im", Uploads.IM, file);
            assertThat(response.getStatusCode().value()).isEqualTo(422);
            assertThat(response.getHeaders().getContentType()).hasToString("application/problem+json");
            assertThat(text(response.getBody(), "title")).isEqualTo("Файл не загружен");
            assertThat(text(response.getBody(), "detail")).containsPattern("[А-Яа-я]{4}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ispolnitel", "cur", "blok"})
    @DisplayName("исполнители, ЦУР и руководители блоков выгрузок не загружают и отчётов не видят")
    void othersAreForbidden(String user) {
        byte[] book = Exports.xlsx(List.of(Exports.incident(Exports.key(), "Готово")));
        assertThat(uploads.post(user, Uploads.IM, book).getStatusCode().value()).isEqualTo(403);
        assertThat(uploads.get(user, "/api/imports").getStatusCode().value()).isEqualTo(403);
    }

    @Test
    @DisplayName("в фоне: сразу номер загрузки, по нему виден ход и итог")
    void backgroundImportsCanBeWatched() {
        jdbc.sql("delete from mcu.import_refusal").update(); // other tests' clocks run ahead of this one's
        jdbc.sql("delete from mcu.import_batch").update();
        String prefix = Exports.key();
        byte[] book = Exports.xlsx(IntStream.range(0, 250)
                .mapToObj(i -> Exports.incident(prefix + i, "Готово"))
                .toList());
        var accepted = uploads.post("im", Uploads.IM + "?background=true", book);
        assertThat(accepted.getStatusCode().value()).isEqualTo(202);
        String id = text(accepted.getBody(), "id");

        JsonNode done = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> report(uploads.get("im", "/api/imports/" + id).getBody()), report -> !text(report, "state")
                        .equals("RUNNING"));
        assertThat(text(done, "state")).isEqualTo("DONE");
        counts(done, 250, 0, 0, 0);
        assertThat(report(uploads.get("im", "/api/imports").getBody()).findValuesAsText("id"))
                .contains(id);
    }

    @Test
    @DisplayName("загрузка, прерванная остановкой, после запуска отмечена прерванной, а повтор догружает остаток")
    void anInterruptedImportIsCompletedByTheNext() {
        String prefix = Exports.key();
        List<Map<String, String>> rows = IntStream.range(0, 30)
                .mapToObj(i -> Exports.incident(prefix + i, "Готово"))
                .toList();
        uploads.post("im", Uploads.IM, Exports.xlsx(rows.subList(0, 12)));
        UUID interrupted = ofAnotherNode();
        clock.set(MONDAY_MORNING.plus(Duration.ofMinutes(2)).plusSeconds(1));

        batches.beat();

        JsonNode report =
                report(uploads.get("im", "/api/imports/" + interrupted).getBody());
        assertThat(text(report, "state")).isEqualTo("FAILED");
        assertThat(text(report, "failure")).contains("Загрузите файл ещё раз");
        counts(report(uploads.post("im", Uploads.IM, Exports.xlsx(rows)).getBody()), 18, 0, 12, 0);
    }

    @Test
    @DisplayName("узел запустился, пока загрузка идёт на другом: она не отмечена прерванной")
    void aStartingNodeLeavesTheImportsOfOthersAlone() {
        UUID running = ofAnotherNode();
        clock.set(MONDAY_MORNING.plusSeconds(110));

        batches.beat();

        assertThat(state(running)).isEqualTo("RUNNING");
    }

    @Test
    @DisplayName("долгая загрузка отмечается раз в полминуты и прерванной не считается")
    void aLongImportStaysAlive() {
        UUID running = batches.start("IM", "большая.xlsx", "im");
        for (int minute = 1; minute <= 5; minute++) {
            clock.set(MONDAY_MORNING.plus(Duration.ofMinutes(minute)));
            batches.beat();
        }
        assertThat(state(running)).isEqualTo("RUNNING");

        batches.finish(running, null);
        clock.set(MONDAY_MORNING.plus(Duration.ofHours(1)));
        batches.beat();
        assertThat(state(running)).isEqualTo("DONE");
    }

    /** An import that another node began on Monday morning. */
    private UUID ofAnotherNode() {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into mcu.import_batch (id, source, file_name, started_by, started_at, heartbeat_at, state)
                values (:id, 'IM', 'оборвалась.xlsx', 'im', :at, :at, 'RUNNING')""")
                .param("id", id)
                .param("at", MONDAY_MORNING.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private String state(UUID batch) {
        return batches.find(batch).orElseThrow().state();
    }

    @Test
    @DisplayName("оценка из ПОС хранится и видна на карточке; новая оценка в следующей выгрузке её заменяет")
    void theMarkOfPosIsOnTheCard() {
        String key = Exports.key();
        Map<String, String> row = Exports.pos(key, "Завершено");
        row.put("Оценка ответа заявителем", "4");
        uploads.post("pos", Uploads.POS, Exports.xlsx(List.of(row)));
        assertThat(card(message("pos", key)).sourceMark()).isEqualTo(4);

        row.put("Оценка ответа заявителем", "2");
        counts(
                report(uploads.post("pos", Uploads.POS, Exports.xlsx(List.of(row)))
                        .getBody()),
                0,
                1,
                0,
                0);
        assertThat(card(message("pos", key)).sourceMark()).isEqualTo(2);
    }

    @Test
    @DisplayName("оценка ПОС не от 1 до 5: строка названа в отчёте, соседняя загружена")
    void anImpossibleMarkIsRefused() {
        Map<String, String> wrong = Exports.pos(Exports.key(), "Завершено");
        wrong.put("Оценка ответа заявителем", "6");
        Map<String, String> unrated = Exports.pos(Exports.key(), "Завершено");
        unrated.put("Оценка ответа заявителем", "0");

        JsonNode report = report(uploads.post("pos", Uploads.POS, Exports.xlsx(List.of(wrong, unrated)))
                .getBody());

        counts(report, 1, 0, 0, 1);
        assertThat(report.at("/refused/0/reason").asText()).contains("от 1 до 5");
    }

    @Test
    @DisplayName("один файл загружают одновременно четверо: каждое сообщение создано один раз")
    void simultaneousImportsCreateNothingTwice() throws Exception {
        String prefix = Exports.key();
        List<Map<String, String>> rows = IntStream.range(0, 120)
                .mapToObj(i -> Exports.incident(prefix + i, "Готово"))
                .toList();
        List<Map<String, String>> backwards = new ArrayList<>(rows);
        java.util.Collections.reverse(backwards);
        ExecutorService people = Executors.newFixedThreadPool(4);
        try {
            List<Callable<JsonNode>> work = Stream.of(rows, backwards, rows, backwards)
                    .map(Exports::xlsx)
                    .<Callable<JsonNode>>map(book ->
                            () -> report(uploads.post("im", Uploads.IM, book).getBody()))
                    .toList();
            int created = 0;
            int refused = 0;
            for (var done : people.invokeAll(work)) {
                created += done.get().get("created").asInt();
                refused += done.get().get("refusedCount").asInt();
            }
            assertThat(created).isEqualTo(120);
            assertThat(refused).isZero();
        } finally {
            people.shutdown();
        }
        assertThat(jdbc.sql("select count(*) from mcu.message where channel = 'im' and external_id like :prefix")
                        .param("prefix", prefix + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(120);
    }

    @Test
    @DisplayName(
            "ПОС: плановая дата — срок, текста нет — его вносит оператор ПОС, 59-ФЗ и фаст-трек узнаются, готовое — история")
    void posRowsKeepTheirTermAndRegime() {
        String plain = Exports.key();
        String formal = Exports.key();
        String fast = Exports.key();
        String done = Exports.key();
        Map<String, String> formalRow = Exports.pos(formal, "На рассмотрении");
        formalRow.put("ФЗ", "59-ФЗ");
        Map<String, String> fastRow = Exports.pos(fast, "Новое");
        fastRow.put("Фаст-трек", "Да");
        Map<String, String> doneRow = Exports.pos(done, "Завершено");
        doneRow.put("Дата фактического завершения работ", "21.11.2026");
        byte[] book = Exports.xlsx(List.of(Exports.pos(plain, "Новое"), formalRow, fastRow, doneRow));

        counts(report(uploads.post("pos", Uploads.POS, book).getBody()), 4, 0, 0, 0);

        MessageCard card = card(message("pos", plain));
        MessageCard.Due due = Objects.requireNonNull(card.due());
        assertThat(due.at()).isEqualTo(Instant.parse("2026-12-04T11:00:00Z"));
        assertThat(due.why()).contains("Срок назначен в системе-источнике.");
        assertThat(card.regime().code()).isEqualTo("message");
        assertThat(staff.openKeys(card.id())).containsExactly("userTask_addText");
        assertThat(card(message("pos", formal)).regime().code()).isEqualTo("formal59");
        assertThat(card(message("pos", fast)).regime().code()).isEqualTo("fastTrack");
        assertThat(card(message("pos", done)).status()).isEqualTo(MessageStatus.CLOSED);
        assertThat(staff.inWork(message("pos", done))).isFalse();

        staff.does(
                "pos",
                card.id(),
                "userTask_addText",
                Map.of("text", "Во дворе дома 5 по улице Алтайской яма, машины не проезжают"));
        assertThat(staff.openKeys(card.id())).containsExactly("userTask_triageMessage");
        assertThat(card(card.id()).text()).startsWith("Во дворе дома 5");
    }

    private UUID message(String channel, String key) {
        return intake.find(channel, key).orElseThrow();
    }

    private MessageCard card(UUID id) {
        return staff.as("rukovoditel", () -> cards.card(id));
    }

    private static JsonNode report(@Nullable JsonNode body) {
        return Objects.requireNonNull(body);
    }

    private static String text(@Nullable JsonNode body, String field) {
        return report(body).path(field).asText();
    }

    private static void counts(JsonNode report, int created, int updated, int unchanged, int refused) {
        assertThat(List.of(
                        report.path("created").asInt(-1),
                        report.path("updated").asInt(-1),
                        report.path("unchanged").asInt(-1),
                        report.path("refusedCount").asInt(-1)))
                .as("создано, изменено, без изменений, замечаний: %s", report)
                .containsExactly(created, updated, unchanged, refused);
    }

    /** Semicolons, quotes doubled inside quotes. */
    private static List<Map<String, String>> csv(Path file) throws Exception {
        List<List<String>> records = new ArrayList<>(List.of(new ArrayList<>()));
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (char c : Files.readString(file).replace("\r\n", "\n").toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (quoted || c != ';' && c != '\n') {
                cell.append(c);
                continue;
            }
            String raw = cell.toString();
            cell.setLength(0);
            records.get(records.size() - 1)
                    .add(
                            raw.startsWith("\"")
                                    ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"")
                                    : raw);
            if (c == '\n') {
                records.add(new ArrayList<>());
            }
        }
        List<String> header = records.get(0);
        return records.stream()
                .skip(1)
                .filter(cells -> cells.size() == header.size())
                .map(cells -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    IntStream.range(0, header.size()).forEach(i -> row.put(header.get(i), cells.get(i)));
                    return row;
                })
                .toList();
    }
}
