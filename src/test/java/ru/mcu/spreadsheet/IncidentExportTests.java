package ru.mcu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import ru.mcu.regulation.Clause;

@Clause({"stavropol:III.10.1", "rubtsovsk:4.5.1"})
@DisplayName("Выгрузка «Инцидент Менеджмент»")
class IncidentExportTests {

    private static final Path DATA = Path.of("../shared/data/incident-management");
    private static final List<String> HEADER =
            List.of("ID", "Время 1го ответа ПИ", "Дата создания", "Текст инцидента", "Аудитория", "Опрос отправлен");

    @Test
    @DisplayName("настоящая выгрузка в .csv и она же в .xlsx читаются одинаково и без замечаний")
    void theRealExportReadsTheSameFromBothFormats() throws Exception {
        Path sample = DATA.resolve("sample-10-rows.csv");
        assumeThat(sample).as("нет файла с примером выгрузки").exists();
        List<List<String>> raw = new ArrayList<>();
        CsvRows.read(sample, SheetLimits.standard(), (number, cells) -> raw.add(cells));
        var fromCsv = Tables.incidents(Files.readAllBytes(sample));
        var fromXlsx = Tables.incidents(Tables.xlsx(raw));
        var fromAnsi = Tables.incidents(Tables.csv(raw, ',')
                .replaceAll("[^\\u0000-\\u04FF№«»—–]", "")
                .getBytes(Charset.forName("windows-1251")));

        assertThat(raw.get(0)).hasSize(47);
        assertThat(fromCsv.rows).hasSize(10).isEqualTo(fromXlsx.rows);
        assertThat(fromCsv.problems).isEmpty();
        assertThat(fromCsv.summary.missingOptional()).isEmpty();
        assertThat(fromAnsi.rows)
                .extracting(IncidentRow::id)
                .isEqualTo(fromCsv.rows.stream().map(IncidentRow::id).toList());
        assertThat(fromAnsi.rows).extracting(IncidentRow::street).contains("Деповская улица");
        IncidentRow first = fromCsv.rows.get(0);
        assertThat(first.id()).isEqualTo("39520480");
        assertThat(first.text()).startsWith("Здравствуйте. Из года в год");
        assertThat(first.createdAt()).isEqualTo(LocalDateTime.of(2025, 12, 24, 20, 6, 2));
        assertThat(first.street()).isEqualTo("Деповская улица");
        assertThat(first.answer2()).isNull();
        assertThat(first.audience()).isEqualTo(2899L);
        assertThat(first.surveySent()).isFalse();
        assertThat(fromCsv.rows.get(1).answer1()).startsWith("[id115348136|Имя Фамилия], доброе утро.");
    }

    @TestFactory
    @DisplayName("читается каждая из четырёх известных раскладок столбцов")
    List<DynamicTest> everyKnownLayoutIsRead() throws Exception {
        Path layouts = DATA.resolve("layouts.json");
        assumeThat(layouts).as("нет файла раскладок").exists();
        JsonNode tree = new JsonMapper().readTree(layouts.toFile()).get("layouts");
        List<DynamicTest> tests = new ArrayList<>();
        tree.fields()
                .forEachRemaining(entry -> tests.add(DynamicTest.dynamicTest(entry.getKey(), () -> {
                    String[] header = new String[47];
                    String[] row = new String[47];
                    Arrays.fill(header, "Прочее");
                    Arrays.fill(row, "мусор");
                    header[1] = "ID";
                    row[1] = "77";
                    header[10] = "Время 1го ответа ПИ";
                    row[10] = "2025-12-25 08:36:39";
                    entry.getValue().fields().forEachRemaining(column -> {
                        int index = CellReference.convertColStringToIndex(
                                column.getValue().asText());
                        header[index] = column.getKey();
                        row[index] = column.getKey().startsWith("Дата") ? "2025-12-24 20:06:02" : "'" + column.getKey();
                    });
                    var kept = Tables.incidents(Tables.xlsx(List.of(List.of(header), List.of(row))));
                    assertThat(kept.problems).isEmpty();
                    IncidentRow read = kept.rows.get(0);
                    assertThat(read.id()).isEqualTo("77");
                    assertThat(read.text()).isEqualTo("Текст инцидента");
                    assertThat(read.topicGroup()).isEqualTo("Группа тем");
                    assertThat(read.municipality()).isEqualTo("Муниципалитет");
                    assertThat(read.topic()).isEqualTo(entry.getValue().has("Тема") ? "Тема" : null);
                    assertThat(read.createdAt() != null)
                            .isEqualTo(entry.getValue().has("Дата создания"));
                    assertThat(read.answer1()).isNull();
                })));
        assertThat(tests).hasSize(4);
        return tests;
    }

    @Test
    @DisplayName("«Время 1го ответа ПИ» не принимается ни за текст, ни за ответ")
    void theTimeOfAnAnswerIsNoText() throws Exception {
        var kept = Tables.incidents(Tables.xlsx(
                List.of(HEADER, List.of(1, "2025-12-25 08:36:39", "2025-12-24 20:06:02", "'Яма", 5, "Да"))));
        assertThat(kept.rows.get(0).text()).isEqualTo("Яма");
        assertThat(kept.rows.get(0).answer1()).isNull();
        assertThat(kept.summary.missingOptional()).contains("1ый ответ ПИ");
    }

    @Test
    @DisplayName("даты понимаются и как текст, и как даты Excel, и как ДД.ММ.ГГГГ; длительности не мешают")
    void datesAreUnderstoodInEverySpelling() throws Exception {
        LocalDateTime moment = LocalDateTime.of(2025, 12, 24, 20, 6, 2);
        List<String> header = List.of("ID", "Дата создания", "Дата закрытия", "Текст обращения", "Длительность");
        var kept = Tables.incidents(Tables.xlsx(List.of(
                header,
                List.of(1, moment, "24.12.2025", "а", Duration.ofHours(276)),
                List.of(2, "2025-12-24 20:06:02", "2025-12-24T20:06:02.5", "б", Duration.ofMinutes(7)),
                List.of("3", "24.12.2025 20:06", "", "в", "11 days, 12:10:25.217000"))));
        assertThat(kept.problems).isEmpty();
        assertThat(kept.rows).extracting(IncidentRow::createdAt).containsExactly(moment, moment, moment.withSecond(0));
        assertThat(kept.rows.get(0).closedAt()).isEqualTo(LocalDateTime.of(2025, 12, 24, 0, 0));
        assertThat(kept.rows.get(2).closedAt()).isNull();
        assertThat(kept.rows).extracting(IncidentRow::id).containsExactly("1", "2", "3");
    }

    @Test
    @DisplayName("негодная ячейка даёт замечание с номером строки, остальные строки читаются")
    void aBadCellIsReportedAndTheReadingGoesOn() throws Exception {
        var kept = Tables.incidents(Tables.xlsx(List.of(
                HEADER,
                List.of(1, "", "31.02.2025", "а", "много", "может быть"),
                List.of("", "", "2025-12-24 20:06:02", "без номера", "", ""),
                List.of(3, "", "2025-12-24 20:06:02", "я".repeat(32_000), 7, "Нет"))));
        assertThat(kept.rows).extracting(IncidentRow::id).containsExactly("1", "3");
        assertThat(kept.rows.get(0).createdAt()).isNull();
        assertThat(kept.problems)
                .extracting(RowProblem::rowNumber, RowProblem::columnHeader)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(2, "Дата создания"),
                        org.assertj.core.groups.Tuple.tuple(2, "Аудитория"),
                        org.assertj.core.groups.Tuple.tuple(2, "Опрос отправлен"),
                        org.assertj.core.groups.Tuple.tuple(3, "ID"));
        assertThat(kept.problems).noneMatch(problem -> problem.reason().contains("много"));
        assertThat(kept.summary).isEqualTo(new ReadSummary(2, 1, 4, kept.summary.missingOptional()));
    }

    @Test
    @DisplayName("строка названия над заголовками и пустые строки не мешают")
    void aTitleAboveTheHeaderIsSkipped() throws Exception {
        var kept = Tables.incidents(Tables.xlsx(List.of(
                List.of("Выгрузка за декабрь"),
                List.of(),
                HEADER,
                List.of(),
                List.of(39520480, "", "", "Текст", "", ""))));
        assertThat(kept.rows).extracting(IncidentRow::id).containsExactly("39520480");
    }

    @Test
    @DisplayName("лишние пробелы, регистр и апостроф в заголовке не мешают, повтор заголовка отмечается")
    void headersAreComparedLeniently() throws Exception {
        var kept = Tables.incidents(Tables.xlsx(List.of(
                List.of(" id ", "'ТЕКСТ  ИНЦИДЕНТА", "Улица", "Улица"), List.of("1", "Текст", "Первая", "Вторая"))));
        assertThat(kept.rows.get(0).street()).isEqualTo("Первая");
        assertThat(kept.problems).singleElement().satisfies(problem -> {
            assertThat(problem.rowNumber()).isEqualTo(1);
            assertThat(problem.columnHeader()).isEqualTo("Улица");
        });
    }

    @Test
    @DisplayName("в .csv понимаются разделители, переводы строк в кавычках и windows-1251")
    void csvIsReadInItsSpellings() throws Exception {
        List<List<String>> rows = List.of(
                List.of("ID", "Текст инцидента", "Дом"), List.of("1", "Две\nстроки; «кавычки» \"и\" точка", "4Б"));
        for (char separator : new char[] {';', ',', '\t'}) {
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, Charset.forName("windows-1251"), StandardCharsets.UTF_16)) {
                var kept = Tables.incidents(Tables.csv(rows, separator).getBytes(charset));
                assertThat(kept.rows).as("%s %s", separator, charset).hasSize(1);
                assertThat(kept.rows.get(0).text()).isEqualTo(rows.get(1).get(1));
                assertThat(kept.rows.get(0).house()).isEqualTo("4Б");
            }
        }
        var marked = Tables.incidents(("\uFEFFID;Текст инцидента\n\n5;Текст").getBytes(StandardCharsets.UTF_8));
        assertThat(marked.rows).extracting(IncidentRow::id).containsExactly("5");
    }

    @Test
    @DisplayName("известный шаг ведёт на своё место, неизвестный на разбор с пометкой")
    void stepsLeadToTheirEntryPoints() {
        EntryPoints steps = EntryPoints.load(Tables.CONFIG.resolve("incident-management/steps.yml"));
        assertThat(steps.entry("Готово").point()).isEqualTo(EntryPoint.HISTORY);
        assertThat(steps.entry("Оценка удовлетворённости").point()).isEqualTo(EntryPoint.SURVEY);
        assertThat(steps.entry("Назначение исполнителя").point()).isEqualTo(EntryPoint.TRIAGE);
        assertThat(steps.entry("на согласовании").point()).isEqualTo(EntryPoint.REVIEW);
        assertThat(steps.entry("Публикация ответа").point().code()).isEqualTo("publish");
        assertThat(steps.entry("Готово").note()).isNull();
        assertThat(steps.entry("Танцы").point()).isEqualTo(EntryPoint.TRIAGE);
        assertThat(steps.entry("Танцы").note()).contains("«Танцы»").contains("на разбор");
        assertThat(steps.entry((String) null)).isEqualTo(new EntryPoints.Entry(EntryPoint.TRIAGE, null));
    }
}
