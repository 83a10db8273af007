package ru.mcu.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.mcu.directory.Body;
import ru.mcu.directory.City;
import ru.mcu.directory.Person;
import ru.mcu.directory.Role;
import ru.mcu.regulation.Clause;

@Clause({"stavropol:III.4", "rubtsovsk:3.1", "rubtsovsk:3.2", "rubtsovsk:3.3", "rubtsovsk:3.4"})
@DisplayName("Профиль города")
class CityProfileTests {

    private static final Path CITIES = Path.of("config/cities");

    private final Path folder;

    CityProfileTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    @DisplayName("Рубцовск: время Алтая, ЦУР согласует не каждый ответ, координатор – руководитель МЦУ")
    void rubtsovskIsReadAsItsActSays() {
        City city = Profiles.rubtsovsk();

        assertThat(city.zone()).isEqualTo(ZoneId.of("Asia/Barnaul"));
        assertThat(city.calendars()).containsExactly("ru");
        assertThat(city.curApprovalAlways()).isFalse();
        assertThat(city.coordinator()).isEqualTo(Role.HEAD);
    }

    @Test
    @Clause("stavropol:IV.11.8")
    @DisplayName("Ставрополь: московское время, своя Радоница, ЦУР согласует каждый ответ (IV.11.8)")
    void stavropolIsReadAsItsActSays() {
        City city = Profiles.stavropol();

        assertThat(city.zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(city.calendars()).containsExactly("ru", "stavropol-radonitsa");
        assertThat(city.curApprovalAlways()).isTrue();
        assertThat(city.coordinator()).isEqualTo(Role.IM_OPERATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubtsovsk", "stavropol"})
    @DisplayName("в городе не меньше десяти органов, и у каждого есть исполнитель для показа")
    void everyBodyHasADemoExecutor(String code) {
        City city = CityProfileReader.read(CITIES.resolve(code + ".yml"));

        assertThat(city.bodies()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(city.demoPersons())
                .extracting(Person::id)
                .containsAll(city.bodies().stream()
                        .map(body -> "ispolnitel-" + body.code())
                        .toList())
                .contains(
                        "kurator",
                        "rukovoditel",
                        "analitik",
                        "riski",
                        "im",
                        "pos",
                        "blok",
                        "ispolnitel",
                        "cur",
                        "admin");
        assertThat(Set.copyOf(city.demoPersons().stream()
                        .flatMap(p -> p.roles().stream())
                        .toList()))
                .containsAll(Role.ofPeople());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubtsovsk", "stavropol"})
    @DisplayName("календарю передаются зона, рабочий день и календари города")
    void calendarSettingsFollowTheProfile(String code) {
        City city = CityProfileReader.read(CITIES.resolve(code + ".yml"));

        assertThat(CityCalendar.settings(city).zone()).isEqualTo(city.zone());
        assertThat(CityCalendar.settings(city).dayStart()).hasToString("09:00");
        assertThat(CityCalendar.settings(city).dayEnd()).hasToString("18:00");
        assertThat(CityCalendar.settings(city).calendars()).isEqualTo(city.calendars());
    }

    @Test
    @DisplayName("все ошибки названы сразу, с файлом и строкой")
    void allMistakesAreReportedTogetherWithTheirLines() throws IOException {
        String good = Files.readString(CITIES.resolve("rubtsovsk.yml"));
        String bad = good.replace(
                        "kind: administration\n    block: apparatus", "kind: administration\n    block: nowhere")
                .replace("code: property\n", "code: finance\n")
                .replace("{topic: Культура, body: culture}", "{topic: Культура, body: theatre}");
        int line = bad.substring(0, bad.indexOf("block: nowhere")).split("\n", -1).length;

        assertRefused(bad)
                .hasMessageContaining("rubtsovsk.yml")
                .hasMessageContaining("строка " + line + " (bodies[0].block): нет отраслевого блока с кодом «nowhere»")
                .hasMessageContaining("повторяется «finance»")
                .hasMessageContaining("нет органа с кодом «theatre»");
    }

    @Test
    @DisplayName("неизвестная зона, роль и лишнее поле – ошибки")
    void unknownZoneRoleAndFieldAreRefused() throws IOException {
        String good = Files.readString(CITIES.resolve("rubtsovsk.yml"));
        String bad = good.replace("Asia/Barnaul", "Asia/Rubtsovsk")
                .replace("coordinator: head", "coordinator: boss")
                .replace("name: Рубцовск\n", "name: Рубцовск\npopulation: 120000\n");

        assertRefused(bad)
                .hasMessageContaining("(zone): недопустимое значение «Asia/Rubtsovsk»")
                .hasMessageContaining("(coordinator): недопустимое значение «boss», можно: curator, head")
                .hasMessageContaining("неизвестное поле «population»");
    }

    @Test
    @DisplayName("не заполненное обязательное поле – ошибка, телефон и адрес можно не указывать")
    void requiredFieldsMustBeFilled() throws IOException {
        String good = Files.readString(CITIES.resolve("rubtsovsk.yml"));
        String bad = good.replace("    shortName: УКС\n", "").replace("curName: ЦУР Алтайского края", "curName: ''");

        assertRefused(bad)
                .hasMessageContaining("не заполнено поле «shortName»")
                .hasMessageContaining("(curName): здесь нужно одно непустое значение");
        assertThat(read(good.replace("    phone: \"+7 (38557) 9-00-01\"\n", "")).bodies())
                .first()
                .extracting(Body::phone)
                .isNull();
    }

    @Test
    @DisplayName("одно название у двух органов – ошибка, даже если отличаются кавычки и «г.»")
    void aNameBelongsToOneBody() throws IOException {
        String good = Files.readString(CITIES.resolve("rubtsovsk.yml"));
        String bad = good.replace("      - управление культуры\n", "      - мку Управление образования Рубцовска\n");

        assertRefused(bad).hasMessageContaining("уже занято: education");
    }

    @Test
    @DisplayName("роли, которые нельзя совмещать, у одного человека – ошибка")
    void rolesThatMayNotBeCombinedAreRefused() throws IOException {
        String good = Files.readString(CITIES.resolve("rubtsovsk.yml"));

        assertRefused(good.replace("roles: [imOperator, posOperator]", "roles: [imOperator, cur]"))
                .hasMessageContaining("роли imOperator и cur нельзя совмещать");
    }

    @Test
    @DisplayName("день, который кончается раньше начала, и обед за его пределами – ошибки")
    void hoursMustMakeSense() throws IOException {
        String good = Files.readString(CITIES.resolve("rubtsovsk.yml"));

        assertRefused(good.replace("end: \"18:00\"", "end: \"08:00\""))
                .hasMessageContaining("рабочий день кончается раньше")
                .hasMessageContaining("обед должен лежать внутри рабочего дня");
    }

    @Test
    @DisplayName("не YAML и отсутствующий файл называются прямо")
    void brokenAndMissingFilesAreNamed() {
        assertRefused("code: [").hasMessageContaining("это не YAML");
        assertThatThrownBy(() -> CityProfileReader.read(folder.resolve("omsk.yml")))
                .isInstanceOf(InvalidCityProfile.class)
                .hasMessageContaining("файла нет")
                .hasMessageContaining("MCU_CITY");
    }

    @Test
    @DisplayName("пустой файл – отчёт об ошибке, а не сбой")
    void anEmptyFileIsReported() {
        assertRefused("").hasMessageContaining("здесь нужны поля");
    }

    @Test
    @DisplayName("отчёт об ошибке говорит, что делать")
    void theReportSaysWhatToDo() {
        var analysis = new InvalidCityProfileAnalyzer()
                .analyze(new InvalidCityProfile(Path.of("x.yml"), List.of("строка 1: ошибка")));

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription()).contains("x.yml", "строка 1: ошибка");
        assertThat(analysis.getAction()).contains("Исправьте файл");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String yaml) {
        return assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidCityProfile.class);
    }

    private City read(String yaml) throws IOException {
        return CityProfileReader.read(Files.writeString(folder.resolve("rubtsovsk.yml"), yaml));
    }
}
