package ru.mcu.channel.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import ru.mcu.WholeApplication;
import ru.mcu.cost.DatabaseCost;

/**
 * Guards the cost of an import by counts. A longer measurement, whose figures are in {@code docs/performance.md}:
 * {@code ./mvnw -q test -Dtest=ImportCostTests -Dmcu.cost.rows=20000}.
 */
@WholeApplication
@DisplayName("Цена загрузки большой выгрузки")
class ImportCostTests {

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcClient jdbc;

    @Test
    @DisplayName("завершённые строки загружаются пачками, а повторная загрузка почти ничего не стоит")
    void finishedRowsAreTakenInBatches() {
        int rows = Integer.getInteger("mcu.cost.rows", 500);
        String prefix = Exports.key();
        List<String> header = List.copyOf(Exports.incident("1", "Готово").keySet());
        Iterable<Map<String, String>> made = () -> IntStream.range(0, rows)
                .mapToObj(i -> {
                    Map<String, String> row = Exports.incident(prefix + i, "Готово");
                    row.put("Текст инцидента", row.get("Текст инцидента") + words(i));
                    return row;
                })
                .iterator();
        byte[] file = Exports.xlsx(header, made);
        DatabaseCost cost = new DatabaseCost(jdbc);
        PeakHeap heap = new PeakHeap();
        ImportReport[] reports = new ImportReport[2];
        DatabaseCost.Figures first = cost.of(rows, () -> reports[0] = upload(file));
        System.out.printf(
                "Загрузка %d строк (%d КБ): %s, наибольшая занятая память после сборки %d МБ%n",
                rows, file.length >> 10, first, heap.megabytes());
        if (Boolean.getBoolean("mcu.cost.statements")) {
            cost.frequent(15, rows).forEach(System.out::println);
        }
        DatabaseCost.Figures second = cost.of(rows, () -> reports[1] = upload(file));
        System.out.println("Она же ещё раз: " + second);

        assertThat(reports[0].created()).isEqualTo(rows);
        assertThat(reports[1].unchanged()).isEqualTo(rows);
        assertThat(first.selects()).as("чтений на новую строку").isLessThan(0.5);
        assertThat(first.writes()).as("пишущих команд на новую строку").isLessThan(2);
        assertThat(second.selects()).as("чтений на известную строку").isLessThan(0.5);
        assertThat(second.writes()).as("пишущих команд на известную строку").isLessThan(0.2);
    }

    private static String words(int seed) {
        java.util.Random random = new java.util.Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            text.append(' ').append(Integer.toString(random.nextInt(1 << 28), 36));
        }
        return text.toString();
    }

    private ImportReport upload(byte[] file) {
        var body = new LinkedMultiValueMap<String, Object>();
        body.add("file", new ByteArrayResource(file) {
            @Override
            public String getFilename() {
                return "выгрузка.xlsx";
            }
        });
        var response = rest.withBasicAuth("im", "mcu-demo")
                .postForEntity("/api/imports/incident-management", body, ImportReport.class);
        assertThat(response.getStatusCode().value()).isEqualTo(200);
        return java.util.Objects.requireNonNull(response.getBody());
    }
}
