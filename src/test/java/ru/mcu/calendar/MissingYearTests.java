package ru.mcu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mcu.calendar.Cities.at;
import static ru.mcu.calendar.Cities.due;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DisplayName("Год, которого нет в календаре")
@ExtendWith(OutputCaptureExtension.class)
class MissingYearTests {

    private static final String YEAR_2027 = """
            <calendar year="2027"><days>
              <day d="01.01" t="1"/><day d="01.04" t="1"/><day d="01.05" t="1"/><day d="01.06" t="1"/>
              <day d="01.07" t="1"/><day d="01.08" t="1"/><day d="01.11" t="1"/>
            </days></calendar>
            """;

    private final Path folder;
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private final WorkingCalendars calendars;

    MissingYearTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        for (String file : List.of("ru-2025.xml", "ru-2026.xml", "stavropol-radonitsa.xml")) {
            Files.copy(Cities.FOLDER.resolve(file), folder.resolve(file));
        }
        calendars = new WorkingCalendars(
                Cities.settings(Cities.MOSCOW, true, "ru", "stavropol-radonitsa"), folder, events::add);
    }

    @Test
    @DisplayName("срок предварительный, по ст. 112 ТК РФ, и объяснение говорит об этом")
    void deadlineIsProvisional() {
        WorkingCalendar city = calendars.calendar();

        Deadline deadline =
                city.deadline(at(city, "30.12.2026 17:00"), Norm.of("2", NormUnit.WORKING_HOURS), List.of());

        assertThat(Cities.local(city, deadline.at())).isEqualTo("11.01.2027 10:00");
        assertThat(deadline.provisional()).isTrue();
        assertThat(deadline.why().provisionalYears()).containsExactly(2027);
        assertThat(deadline.why().sentences())
                .contains("Производственный календарь на 2027 год не загружен: срок предварительный, посчитан по"
                        + " выходным и праздникам ст. 112 ТК РФ и будет пересчитан после загрузки.")
                .anyMatch(sentence -> sentence.contains("1–6 января 2027 года, 8 января 2027 года — Новогодние"));
    }

    @Test
    @DisplayName("праздник в выходной переносит отдых на следующий рабочий день: 1 и 9 мая, 12 июня 2027")
    void statutoryTransfers() {
        WorkingCalendar city = calendars.calendar();

        assertThat(List.of("2027-05-03", "2027-05-10", "2027-06-14"))
                .allMatch(date -> city.day(LocalDate.parse(date)).isOff());
        assertThat(city.day(LocalDate.of(2027, 5, 4)).isOff()).isFalse();
        assertThat(city.day(LocalDate.of(2027, 5, 11)).reason()).isEqualTo("Радоница");
    }

    @Test
    @DisplayName("поднимает тревогу один раз, а не на каждое сообщение")
    void alarmIsRaisedOnce(CapturedOutput output) {
        WorkingCalendar city = calendars.calendar();

        due(city, "30.12.2026 17:00", "2", NormUnit.WORKING_HOURS);
        due(city, "30.12.2026 17:00", "9", NormUnit.WORKING_HOURS);

        assertThat(events).containsExactly(new CalendarYearMissing(2027));
        assertThat(output).contains("ERROR", "Производственный календарь на 2027 год не загружен");
    }

    @Test
    @DisplayName("не тревожит, пока срок не дошёл до него")
    void noAlarmBeforeItIsNeeded() {
        WorkingCalendar city = calendars.calendar();

        due(city, "30.12.2026 16:00", "2", NormUnit.WORKING_HOURS);
        due(city, "30.12.2026 16:00", "2", NormUnit.CLOCK_HOURS);
        city.isWorkingTime(at(city, "31.12.2026 12:00"));

        assertThat(events).isEmpty();
    }

    @Test
    @DisplayName("после загрузки срок окончательный, и все узнают, какой год изменился")
    void loadingTheYear() throws Exception {
        WorkingCalendar city = calendars.calendar();
        Files.writeString(folder.resolve("ru-2027.xml"), YEAR_2027);

        assertThat(calendars.reload()).containsExactly(2027);

        assertThat(events).containsExactly(new CalendarChanged(Set.of(2027)));
        Deadline deadline =
                city.deadline(at(city, "30.12.2026 17:00"), Norm.of("2", NormUnit.WORKING_HOURS), List.of());
        assertThat(Cities.local(city, deadline.at())).isEqualTo("12.01.2027 10:00");
        assertThat(deadline.provisional()).isFalse();
        assertThat(calendars.loadedYears()).containsExactly(2025, 2026, 2027);
    }

    @Test
    @DisplayName("перечитанные без изменений календари никого не беспокоят")
    void reloadWithoutChange() {
        assertThat(calendars.reload()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    @DisplayName("перечитывание посреди работы: каждый срок посчитан по одному календарю целиком")
    void reloadWhileOthersCompute() throws Exception {
        WorkingCalendar city = calendars.calendar();
        Instant start = at(city, "30.12.2026 17:00");
        Norm norm = Norm.of("2", NormUnit.WORKING_HOURS);
        Callable<Set<String>> computing = () -> IntStream.range(0, 3000)
                .mapToObj(number -> city.deadline(start, norm, List.of()))
                .map(deadline -> Cities.local(city, deadline.at()) + " " + deadline.provisional())
                .collect(Collectors.toSet());
        ExecutorService workers = Executors.newFixedThreadPool(3);
        try {
            List<Future<Set<String>>> results = new ArrayList<>();
            for (int worker = 0; worker < 3; worker++) {
                results.add(workers.submit(computing));
            }
            for (int round = 0; round < 20; round++) {
                Files.writeString(folder.resolve("ru-2027.xml"), YEAR_2027);
                calendars.reload();
                Files.delete(folder.resolve("ru-2027.xml"));
                calendars.reload();
            }
            for (Future<Set<String>> result : results) {
                assertThat(result.get()).isSubsetOf("11.01.2027 10:00 true", "12.01.2027 10:00 false");
            }
        } finally {
            workers.shutdownNow();
        }
    }

    @Test
    @DisplayName("испорченный файл не принимается, прежний календарь остаётся")
    void brokenFileChangesNothing() throws Exception {
        Files.writeString(folder.resolve("ru-2027.xml"), "<calendar year='2027'><day d='99.99' t='1'/></calendar>");

        assertThatThrownBy(calendars::reload)
                .isInstanceOf(CalendarFileException.class)
                .hasMessageContaining("ru-2027.xml, строка 1");

        assertThat(calendars.loadedYears()).containsExactly(2025, 2026);
        assertThat(events).isEmpty();
    }

    @Test
    @DisplayName("с 1 декабря недостающим считается и следующий год")
    void nextYearIsWantedFromDecember() {
        CalendarHealth health = new CalendarHealth(calendars, Clock.systemUTC());

        assertThat(health.missingYears(LocalDate.of(2026, 11, 30))).isEmpty();
        assertThat(health.missingYears(LocalDate.of(2026, 12, 1))).containsExactly(2027);
        assertThat(health.missingYears(LocalDate.of(2027, 2, 1))).containsExactly(2027);
        assertThat(health.missingYears(LocalDate.of(2027, 12, 1))).containsExactly(2027, 2028);
    }

    @Test
    @DisplayName("утренняя проверка напоминает, пока год не загрузят; день — по времени города")
    void morningCheckKeepsReminding() {
        Instant stillNovemberInUtc = Instant.parse("2026-11-30T21:30:00Z");
        CalendarHealth health = new CalendarHealth(calendars, Clock.fixed(stillNovemberInUtc, ZoneOffset.UTC));

        health.check();
        health.check();

        assertThat(events).containsExactly(new CalendarYearMissing(2027), new CalendarYearMissing(2027));
    }
}
