package ru.mcu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Арифметика сроков совпадает с подсчётом по минутам за 2025–2026 годы")
class DeadlineAgainstMinutesTests {

    private static final List<NormUnit> UNITS = List.of(NormUnit.values());
    private static final int CASES = 800;
    /** The last start: far enough from the end of 2026 for every norm and pause used here. */
    private static final int LAST_START = MinuteByMinute.LAST - 150 * 1440;

    private record City(String name, WorkingCalendar calendar, MinuteByMinute minutes) {
        @Override
        public String toString() {
            return name;
        }

        Instant instant(int minute) {
            return MinuteByMinute.ORIGIN
                    .plusMinutes(minute)
                    .atZone(calendar.zone())
                    .toInstant();
        }

        int minute(Instant instant) {
            return (int) ChronoUnit.MINUTES.between(
                    MinuteByMinute.ORIGIN, LocalDateTime.ofInstant(instant, calendar.zone()));
        }
    }

    private static final List<Arguments> CITIES = List.of(
            Arguments.of(city("Москва, обед считается", Cities.MOSCOW, true), 1),
            Arguments.of(city("Москва, обед не считается", Cities.MOSCOW, false), 2),
            Arguments.of(city("Барнаул, обед считается", Cities.BARNAUL, true), 3),
            Arguments.of(city("Барнаул, обед не считается", Cities.BARNAUL, false), 4));

    static Stream<Arguments> cities() {
        return CITIES.stream();
    }

    private static City city(String name, ZoneId zone, boolean lunchCounted) {
        boolean radonitsa = zone.equals(Cities.MOSCOW);
        String[] calendars = radonitsa ? new String[] {"ru", "stavropol-radonitsa"} : new String[] {"ru"};
        return new City(
                name,
                WorkingCalendar.fromFolder(Cities.settings(zone, lunchCounted, calendars), Cities.FOLDER),
                new MinuteByMinute(radonitsa, lunchCounted));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cities")
    @DisplayName("сроки во всех единицах, с паузами и без")
    void deadlines(City city, int seed) {
        Random random = new Random(seed);
        for (int number = 0; number < CASES; number++) {
            int start = random.nextInt(LAST_START);
            List<int[]> pauses = pauses(random, start);
            NormUnit unit = UNITS.get(random.nextInt(4));
            int amount = unit.isHours() ? 1 + random.nextInt(600) : 1 + random.nextInt(40);

            int expected =
                    switch (unit) {
                        case WORKING_HOURS -> city.minutes.afterHours(start, amount * 3, false, pauses);
                        case CLOCK_HOURS -> city.minutes.afterHours(start, amount * 3, true, pauses);
                        case WORKING_DAYS -> city.minutes.afterWorkingDays(start, amount, pauses);
                        case CALENDAR_DAYS -> city.minutes.afterCalendarDays(start, amount, pauses);
                    };
            Norm norm = new Norm(
                    unit.isHours()
                            ? new BigDecimal("0.05").multiply(BigDecimal.valueOf(amount))
                            : BigDecimal.valueOf(amount),
                    unit);
            Deadline deadline = city.calendar.deadline(
                    city.instant(start),
                    norm,
                    pauses.stream()
                            .map(pause -> new Pause(city.instant(pause[0]), city.instant(pause[1])))
                            .toList());

            assertThat(deadline.at())
                    .as(
                            "%s с %s, паузы %s",
                            norm.inRussian(),
                            city.instant(start),
                            deadline.why().pauses())
                    .isEqualTo(city.instant(expected));
            assertThat(deadline.provisional()).isFalse();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cities")
    @DisplayName("рабочее время между моментами, ближайшее рабочее время и предупреждение")
    void workingTime(City city, int seed) {
        Random random = new Random(seed + 100);
        for (int number = 0; number < CASES; number++) {
            int start = random.nextInt(LAST_START);
            int end = start + random.nextInt(60 * 1440);
            Instant from = city.instant(start);

            assertThat(city.calendar.workingTimeBetween(from, city.instant(end)))
                    .as("с %s до %s", from, city.instant(end))
                    .isEqualTo(Duration.ofMinutes(city.minutes.workedBetween(start, end)));
            assertThat(city.calendar.isWorkingTime(from)).isEqualTo(city.minutes.isWorked(start));
            assertThat(city.minute(city.calendar.nextWorkingTime(from))).isEqualTo(city.minutes.nextWorked(start));

            int due = start + 30;
            int warning = city.minute(city.calendar.warningTime(city.instant(due)));
            assertThat(warning).isEqualTo(city.minutes.nextWorked(start));
            assertThat(city.minutes.isWorked(warning)).isTrue();
            if (city.minutes.isWorked(due)) {
                assertThat(warning).isLessThanOrEqualTo(due);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cities")
    @DisplayName("открытая пауза держит срок, а после возобновления он не раньше обещанного")
    void openPauses(City city, int seed) {
        Random random = new Random(seed + 200);
        for (int number = 0; number < CASES / 3; number++) {
            int start = random.nextInt(LAST_START);
            Instant from = city.instant(start);
            Norm norm = new Norm(BigDecimal.valueOf(1 + random.nextInt(20)), UNITS.get(random.nextInt(4)));
            int pauseStart = start + random.nextInt(20 * 1440);
            Pause open = new Pause(city.instant(pauseStart), null);
            Instant without = city.calendar.deadline(from, norm, List.of()).at();

            Deadline held = city.calendar.deadline(from, norm, List.of(open));
            Deadline resumed = city.calendar.deadline(
                    from, norm, List.of(open.closedAt(city.instant(pauseStart + random.nextInt(30 * 1440)))));

            assertThat(held.paused()).isEqualTo(without.isAfter(open.from()));
            assertThat(held.at()).isEqualTo(without);
            assertThat(resumed.at()).isAfterOrEqualTo(held.at());
            assertThat(resumed.paused()).isFalse();
        }
    }

    private static List<int[]> pauses(Random random, int start) {
        List<int[]> pauses = new ArrayList<>();
        int count = random.nextInt(4);
        for (int number = 0; number < count; number++) {
            int from = Math.max(0, start - 1440 + random.nextInt(15 * 1440));
            pauses.add(new int[] {from, from + random.nextInt(random.nextBoolean() ? 600 : 6 * 1440)});
        }
        return pauses;
    }
}
