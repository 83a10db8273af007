package ru.mcu.structuring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Поиск адреса")
class AddressFinderTests {

    private final AddressFinder finder = new AddressFinder(StreetList.load(Path.of("config/streets/rubtsovsk.yml")));

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("адреса узнаются в любом падеже и сокращении")
    @CsvSource(
            delimiter = '|',
            value = {
                "Яма возле ул. Светлова, 15 уже год | улица Светлова, 15",
                "проспект Победы д. 3 корп. 2 | проспект Победы, 3 корп. 2",
                "переулок Гоголя завалило | переулок Гоголя",
                "Деповская улица не чищена | улица Деповская",
                "на Деповской улице темно | улица Деповская",
                "ул. Деповская, д 32 | улица Деповская, 32",
                "мкр. Южный без воды | микрорайон Южный",
                "по улице Карла Маркса у дома № 21 | улица Карла Маркса",
                "по ул.К.Маркса, д.21 | улица Карла Маркса, 21",
                "пр. Ленина 137а | проспект Ленина, 137А",
                "пр-т Ленина, дом 137/2 | проспект Ленина, 137/2",
                "Живу на Громова 15 | улица Громова, 15",
                "живу ул ленина 15 | проспект Ленина, 15",
                "ул. 8 Марта, 4 | улица 8 Марта, 4",
                "ул 40 лет Победы 12 | улица 40 лет Победы, 12",
                "2-я Заречная улица | улица 2-я Заречная",
                "ул. 2-я Заречная, д. 5 «Б» | улица 2-я Заречная, 5Б",
                "по Комсомольской улице, 5-а | улица Комсомольская, 5А",
                "на Майском бульваре, 3 | бульвар Майский, 3",
                "по пр-ту Дружбы д. 19д | проспект Дружбы, 19Д",
                "по проспекту А. Дериглазова, 51 | проспект А. Дериглазова, 51",
                "ул.Мира д16, подъезд 2 | улица Мира, 16",
                "на Новой улице, 7 | улица Новая, 7",
                "б-р Победы, 6 | бульвар Победы, 6",
                "улица Ленина 15 мая затоплена | проспект Ленина",
                "улица Светлова 20 лет без ремонта | улица Светлова",
                "ул. Партизанской и дальше | улица Партизанская",
                "на перекрёстке улиц Деповская и 1 Рабочий грейдер | улица Деповская / улица 1 Рабочий",
                "на пересечении улицы Светлова и Громова | улица Светлова / улица Громова",
                "перекресток Комсомольской и Октябрьской | улица Комсомольская / улица Октябрьская",
            })
    void addressesAreRecognised(String text, String expected) {
        List<FoundAddress> found = finder.find(text);
        assertThat(found).as(text).isNotEmpty();
        assertThat(found.get(0).oneLine()).isEqualTo(expected);
        assertThat(found.get(0).from()).isGreaterThanOrEqualTo(0);
        assertThat(found.get(0).to()).isBetween(found.get(0).from() + 1, text.length());
    }

    @ParameterizedTest
    @DisplayName("обычные слова за адрес не принимаются")
    @ValueSource(
            strings = {
                "На улице холодно, автобус 15 не пришёл",
                "живу на этой улице 20 лет",
                "на нашей улице абсолютная темнота",
                "Здравствуйте. Прошу убрать снег",
                "Ленина помним, 15 человек",
                "вышли на улицу Нет света",
                "Пушкина читали в школе",
                "в проезде мусор",
                "на площадь вышли",
                "д. 5",
                ""
            })
    void ordinaryWordsAreNoAddress(String text) {
        assertThat(finder.find(text)).isEmpty();
    }

    @Test
    @DisplayName("место в тексте указано точно, квартира в адрес не попадает")
    void theSpanIsExactAndLeavesTheFlatOut() {
        String text = "Живу: ул. Светлова, д. 15, кв. 25. Также яма на пер. Гоголя, 4.";
        List<FoundAddress> found = finder.find(text);
        assertThat(found)
                .extracting(address -> text.substring(address.from(), address.to()))
                .containsExactly("ул. Светлова, д. 15", "пер. Гоголя, 4");
        assertThat(found.get(1).districtCode()).isEqualTo("south");
        assertThat(found.get(1).known()).isTrue();
    }

    @Test
    @DisplayName("район узнаётся по названию рядом со словом «район»; само прилагательное не район")
    void districtsNeedTheirKind() {
        DistrictFinder districts = new DistrictFinder(new DistrictNames(Map.of(
                "Южный",
                "south",
                "Промышленный",
                "promyshlenny",
                "центр города",
                "center",
                "Северный посёлок",
                "north")));
        assertThat(districts.find("в Промышленном районе темно"))
                .get()
                .extracting("code")
                .isEqualTo("promyshlenny");
        assertThat(districts.find("пос. Южный")).get().extracting("code").isEqualTo("south");
        assertThat(districts.find("Южного р-на")).get().extracting("code").isEqualTo("south");
        assertThat(districts.find("в центре города")).get().extracting("code").isEqualTo("center");
        assertThat(districts.find("в Северном посёлке"))
                .get()
                .extracting("code")
                .isEqualTo("north");
        assertThat(districts.find("южный ветер, промышленный шум")).isEmpty();
    }

    @Test
    @DisplayName("оба списка улиц читаются, в каждом около шестидесяти улиц")
    void bothStreetListsAreReadable() throws Exception {
        for (String city : List.of("rubtsovsk", "stavropol")) {
            Path file = Path.of("config/streets/" + city + ".yml");
            assertThat(StreetList.load(file)).isNotNull();
            assertThat(java.nio.file.Files.readAllLines(file).stream().filter(line -> line.contains("name:")))
                    .hasSizeGreaterThan(55);
        }
    }

    @Test
    @DisplayName("враждебный текст предельной длины не задерживает")
    void hostileTextsAreSearchedInTime() {
        for (String unit : List.of(
                "ул. ",
                "Ленина ",
                "ул Ленина 1 ",
                "перекрёсток улиц ",
                "1 ",
                "А.",
                "Ая улица-",
                "д. 1 к. ",
                "пр-т ",
                "8 Марта ")) {
            String text = unit.repeat(TextCleaner.MAX_CHARS / unit.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(8), () -> assertThat(finder.find(text)).hasSizeLessThanOrEqualTo(20), unit);
        }
    }
}
