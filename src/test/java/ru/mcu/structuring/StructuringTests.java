package ru.mcu.structuring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.regulation.Clause;

@Clause({"stavropol:III.9.5", "rubtsovsk:2.2.8.2"})
@DisplayName("Структурирование сообщения")
class StructuringTests {

    private final Structuring structuring = new Structuring(
            TopicCatalog.load(Path.of("config/classifiers/topics.yml")),
            StreetList.load(Path.of("config/streets/rubtsovsk.yml")),
            new DistrictNames(Map.of("Южный", "south", "Северный", "north")));

    @Test
    @DisplayName("из сообщения выходят чистый текст, адрес, район, тема и отпечаток")
    void aMessageIsStructured() {
        Suggestion suggestion = structuring.suggest(
                RawText.of("'[club1|Администрация], <p>на ул. Деповская, д 32 не горит фонарь.</p>"));
        assertThat(suggestion.cleanText()).isEqualTo("Администрация,\nна ул. Деповская, д 32 не горит фонарь.");
        FoundAddress address = Objects.requireNonNull(suggestion.address());
        assertThat(address.oneLine()).isEqualTo("улица Деповская, 32");
        assertThat(suggestion.cleanText().substring(address.from(), address.to()))
                .isEqualTo("ул. Деповская, д 32");
        assertThat(suggestion.districtCode()).isEqualTo("north");
        assertThat(suggestion.districtWhy()).isEqualTo("по списку улиц: улица Деповская");
        assertThat(suggestion.topic().topicCode()).isEqualTo("lighting.broken");
        assertThat(suggestion.fingerprint()).isEqualTo(Fingerprint.of(suggestion.cleanText()));
    }

    @Test
    @DisplayName("названный район важнее списка улиц, адрес источника важнее адреса в тексте")
    void explicitKnowledgeWins() {
        Suggestion suggestion = structuring.suggest(
                new RawText("В Южном районе, ул. Деповская 32, яма", "Яма", null, "Партизанская улица, 5"));
        assertThat(suggestion.districtCode()).isEqualTo("south");
        FoundAddress address = Objects.requireNonNull(suggestion.address());
        assertThat(address.oneLine()).isEqualTo("улица Партизанская, 5");
        assertThat(address.from()).isEqualTo(-1);
        assertThat(suggestion.addresses()).hasSize(1);
    }

    @Test
    @DisplayName("пустое сообщение не ошибка")
    void anEmptyMessageIsNoError() {
        Suggestion suggestion = structuring.suggest(RawText.of(" \n"));
        assertThat(suggestion.address()).isNull();
        assertThat(suggestion.districtCode()).isNull();
        assertThat(suggestion.topic().topicCode()).isEqualTo("other.general");
    }
}
