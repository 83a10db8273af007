package ru.mcu.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.regulation.Clause;

@Clause({"stavropol:III.11.1", "rubtsovsk:4.5.2"})
@DisplayName("Выгрузка ПОС")
class PosExportTests {

    @Test
    @DisplayName("все 25 столбцов узнаются, «-» означает пусто, срок и оценка на месте")
    void allColumnsAreBoundAndDashesAreEmpty() throws Exception {
        Path columns = Path.of("../shared/data/pos/columns.json");
        assumeThat(columns).as("нет файла столбцов ПОС").exists();
        JsonNode tree = new JsonMapper().readTree(columns.toFile());
        List<String> header = texts(tree.get("columns"));
        List<String> sample = texts(tree.get("sample_row"));
        List<String> shuffledHeader = new ArrayList<>(header);
        List<String> shuffledSample = new ArrayList<>(sample);
        Collections.rotate(shuffledHeader, 7);
        Collections.rotate(shuffledSample, 7);

        var kept = Tables.pos(Tables.xlsx(List.of(header, sample)));
        var shifted = Tables.pos(Tables.xlsx(List.of(shuffledHeader, shuffledSample)));

        assertThat(kept.problems).isEmpty();
        assertThat(kept.summary.missingOptional()).isEmpty();
        assertThat(shifted.rows).isEqualTo(kept.rows);
        PosRow row = kept.rows.get(0);
        assertThat(row.number()).isEqualTo("327441806");
        assertThat(row.receivedOn()).isEqualTo(LocalDate.of(2026, 1, 6));
        assertThat(row.dueOn()).isEqualTo(LocalDate.of(2026, 1, 16));
        assertThat(row.fastTrack()).isTrue();
        assertThat(row.formalChosen()).isFalse();
        assertThat(row.applicantMark()).isEqualTo(5);
        assertThat(row.mailedToFederalBody()).isNull();
        assertThat(row.reconsideration()).isNull();
        EntryPoints statuses = EntryPoints.load(Tables.CONFIG.resolve("pos/statuses.yml"));
        assertThat(statuses.entry(row.status(), row.stage()).point()).isEqualTo(EntryPoint.HISTORY);
        assertThat(statuses.entry("Невиданный статус", "Завершено").point()).isEqualTo(EntryPoint.HISTORY);
        assertThat(statuses.entry("Невиданный статус", "И стадия").note()).contains("«Невиданный статус»");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
