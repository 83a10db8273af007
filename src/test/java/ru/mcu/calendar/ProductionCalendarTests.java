package ru.mcu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Производственный календарь")
class ProductionCalendarTests {

    private final WorkingCalendar rubtsovsk = Cities.rubtsovsk();
    private final WorkingCalendar stavropol = Cities.stavropol();

    @ParameterizedTest
    @ValueSource(ints = {2025, 2026})
    @DisplayName("в 2025 и 2026 годах 247 рабочих дней, в Ставрополе на Радоницу меньше")
    void twoHundredFortySevenWorkingDays(int year) {
        assertThat(days(year).filter(date -> !rubtsovsk.day(date).isOff())).hasSize(247);
        assertThat(days(year).filter(date -> !stavropol.day(date).isOff())).hasSize(246);
    }

    @Test
    @DisplayName("сокращённые дни — по постановлениям № 1335 и № 1466")
    void shortenedDays() {
        assertThat(Stream.concat(days(2025), days(2026))
                        .filter(date -> rubtsovsk.day(date).shortened())
                        .map(LocalDate::toString))
                .containsExactly(
                        "2025-03-07",
                        "2025-04-30",
                        "2025-06-11",
                        "2025-11-01",
                        "2026-04-30",
                        "2026-05-08",
                        "2026-06-11",
                        "2026-11-03");
    }

    @Test
    @DisplayName("1 ноября 2025 — рабочая суббота, притом сокращённая")
    void workingSaturday() {
        CalendarDay day = rubtsovsk.day(LocalDate.of(2025, 11, 1));

        assertThat(day.kind()).isEqualTo(DayKind.WORKING_WEEKEND);
        assertThat(day.shortened()).isTrue();
    }

    @Test
    @DisplayName("Радоница — день отдыха в Ставрополе в 2025, 2026 и 2027 годах")
    void radonitsa() {
        assertThat(Stream.of("2025-04-29", "2026-04-21", "2027-05-11").map(LocalDate::parse))
                .allSatisfy(date -> {
                    assertThat(stavropol.day(date).reason()).isEqualTo("Радоница");
                    assertThat(rubtsovsk.day(date).isOff()).isFalse();
                });
    }

    @Test
    @DisplayName("файл xmlcalendar другого составителя даёт те же дни 2026 года")
    void foreignFileGivesTheSameDays(@TempDir Path folder) throws Exception {
        Path foreign = Path.of("../shared/data/calendar/ru-2026.xml");
        assumeTrue(Files.exists(foreign), "нет файла для сверки " + foreign);
        Files.copy(foreign, folder.resolve("ru-2026.xml"));
        WorkingCalendar other = WorkingCalendar.fromFolder(Cities.settings(Cities.BARNAUL, false, "ru"), folder);

        List<CalendarDay> expected = days(2026).map(other::day).toList();

        assertThat(days(2026).map(rubtsovsk::day)).containsExactlyElementsOf(expected);
    }

    private static Stream<LocalDate> days(int year) {
        return LocalDate.of(year, Month.JANUARY, 1).datesUntil(LocalDate.of(year + 1, Month.JANUARY, 1));
    }
}
