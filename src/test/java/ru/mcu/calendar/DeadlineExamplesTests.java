package ru.mcu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mcu.calendar.Cities.at;
import static ru.mcu.calendar.Cities.due;
import static ru.mcu.calendar.Cities.local;
import static ru.mcu.calendar.Cities.pause;
import static ru.mcu.calendar.NormUnit.CALENDAR_DAYS;
import static ru.mcu.calendar.NormUnit.CLOCK_HOURS;
import static ru.mcu.calendar.NormUnit.WORKING_DAYS;
import static ru.mcu.calendar.NormUnit.WORKING_HOURS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import ru.mcu.regulation.Clause;

@Clause({"stavropol:III.9.6", "rubtsovsk:2.2.8.3", "rubtsovsk:4.6"})
@DisplayName("Срок")
class DeadlineExamplesTests {

    private final WorkingCalendar stavropol = Cities.stavropol();
    private final WorkingCalendar rubtsovsk = Cities.rubtsovsk();

    @Nested
    @DisplayName("в рабочих часах")
    class InWorkingHours {

        @Test
        @DisplayName("16 часов с пятницы 15:00 — вторник 13:00, а если обед не считается — 15:00")
        void sixteenHoursFromFridayAfternoon() {
            assertThat(due(stavropol, "14.11.2025 15:00", "16", WORKING_HOURS)).isEqualTo("18.11.2025 13:00");
            assertThat(due(rubtsovsk, "14.11.2025 15:00", "16", WORKING_HOURS)).isEqualTo("18.11.2025 15:00");
        }

        @Test
        @DisplayName("истёкший ровно к концу дня остаётся в этом дне")
        void endOfDayStaysThere() {
            assertThat(due(stavropol, "14.11.2025 15:00", "3", WORKING_HOURS)).isEqualTo("14.11.2025 18:00");
            assertThat(due(rubtsovsk, "14.11.2025 12:00", "1", WORKING_HOURS)).isEqualTo("14.11.2025 13:00");
        }

        @Test
        @DisplayName("ночью, в выходной и в 18:00 ровно начинается со следующего рабочего времени")
        void startOutsideWorkingTime() {
            assertThat(due(stavropol, "14.11.2025 03:00", "1", WORKING_HOURS)).isEqualTo("14.11.2025 10:00");
            assertThat(due(stavropol, "14.11.2025 18:00", "1", WORKING_HOURS)).isEqualTo("17.11.2025 10:00");
            assertThat(due(stavropol, "15.11.2025 12:00", "0.5", WORKING_HOURS)).isEqualTo("17.11.2025 09:30");
            assertThat(due(rubtsovsk, "14.11.2025 13:20", "1", WORKING_HOURS)).isEqualTo("14.11.2025 15:00");
        }

        @Test
        @DisplayName("рабочая суббота 1 ноября 2025 идёт в счёт и кончается в 17:00, 3 и 4 ноября не идут")
        void workingSaturdayIsShort() {
            assertThat(due(stavropol, "31.10.2025 17:00", "9", WORKING_HOURS)).isEqualTo("01.11.2025 17:00");
            assertThat(due(stavropol, "31.10.2025 17:00", "10", WORKING_HOURS)).isEqualTo("05.11.2025 10:00");
        }

        @Test
        @DisplayName("через новогодние каникулы 2026 года: с 30 декабря 17:00 на 12 января")
        void overTheNewYear() {
            assertThat(due(stavropol, "30.12.2025 17:00", "2", WORKING_HOURS)).isEqualTo("12.01.2026 10:00");
        }

        @Test
        @DisplayName("Радоница не идёт в счёт в Ставрополе и идёт в Рубцовске")
        void radonitsaIsRegional() {
            assertThat(due(stavropol, "20.04.2026 17:00", "2", WORKING_HOURS)).isEqualTo("22.04.2026 10:00");
            assertThat(due(rubtsovsk, "20.04.2026 17:00", "2", WORKING_HOURS)).isEqualTo("21.04.2026 10:00");
        }
    }

    @Nested
    @DisplayName("в часах круглосуточно")
    class InClockHours {

        @Test
        @DisplayName("резонансное сообщение: 2 часа идут и ночью в субботу")
        void nightsAndWeekendsCount() {
            assertThat(due(stavropol, "15.11.2025 23:30", "2", CLOCK_HOURS)).isEqualTo("16.11.2025 01:30");
            assertThat(due(stavropol, "15.11.2025 23:30", "0.25", CLOCK_HOURS)).isEqualTo("15.11.2025 23:45");
        }
    }

    @Nested
    @DisplayName("в рабочих днях")
    class InWorkingDays {

        @Test
        @DisplayName("считается со следующего рабочего дня и истекает с концом рабочего дня")
        void countedFromTheNextDay() {
            assertThat(due(stavropol, "13.11.2025 10:00", "1", WORKING_DAYS)).isEqualTo("14.11.2025 18:00");
            assertThat(due(stavropol, "13.11.2025 10:00", "3", WORKING_DAYS)).isEqualTo("18.11.2025 18:00");
        }

        @Test
        @DisplayName("поступившее вечером пятницы считается поступившим в понедельник")
        void eveningCountsAsTheNextWorkingDay() {
            assertThat(due(stavropol, "14.11.2025 20:00", "1", WORKING_DAYS)).isEqualTo("18.11.2025 18:00");
        }

        @Test
        @DisplayName("последний сокращённый день кончается на час раньше")
        void lastDayMayBeShort() {
            assertThat(due(stavropol, "31.10.2025 10:00", "1", WORKING_DAYS)).isEqualTo("01.11.2025 17:00");
        }

        @Test
        @DisplayName("неполный день считается за целый")
        void partOfADayIsAWholeDay() {
            assertThat(due(stavropol, "13.11.2025 10:00", "0.5", WORKING_DAYS)).isEqualTo("14.11.2025 18:00");
        }
    }

    @Nested
    @DisplayName("в календарных днях")
    class InCalendarDays {

        @Test
        @DisplayName("30 дней с регистрации 10 ноября — 10 декабря, конец рабочего дня")
        void thirtyDays() {
            assertThat(due(stavropol, "10.11.2025 11:00", "30", CALENDAR_DAYS)).isEqualTo("10.12.2025 18:00");
        }

        @Test
        @DisplayName("последний день в субботу переносится на понедельник (ст. 193 ГК РФ)")
        void restDayMovesTheEnd() {
            assertThat(due(stavropol, "23.10.2025 11:00", "30", CALENDAR_DAYS)).isEqualTo("24.11.2025 18:00");
            Deadline deadline =
                    stavropol.deadline(at(stavropol, "23.10.2025 11:00"), Norm.of("30", CALENDAR_DAYS), List.of());
            assertThat(deadline.why().nominalLastDay()).hasToString("2025-11-22");
            assertThat(deadline.why().sentences())
                    .contains("Последний день нормы, 22 ноября, нерабочий: срок перенесён на ближайший рабочий день"
                            + " (ст. 193 ГК РФ). Пропущены: 22–23 ноября — выходные.");
        }

        @Test
        @DisplayName("30 дней с 8 декабря 2025 кончаются 7 января и переносятся на 12 января 2026")
        void newYearHolidaysMoveTheEnd() {
            assertThat(due(stavropol, "08.12.2025 11:00", "30", CALENDAR_DAYS)).isEqualTo("12.01.2026 18:00");
        }

        @Test
        @DisplayName("день регистрации — тот, в который пришло сообщение, даже в выходной")
        void startDayIsTheDayItself() {
            assertThat(due(stavropol, "15.11.2025 22:00", "3", CALENDAR_DAYS)).isEqualTo("18.11.2025 18:00");
        }
    }

    @Nested
    @DisplayName("с паузами")
    class WithPauses {

        @Test
        @DisplayName("рабочие часы внутри паузы не идут, ночь внутри паузы ничего не добавляет")
        void workingHoursStand() {
            assertThat(due(
                            stavropol,
                            "13.11.2025 10:00",
                            "4",
                            WORKING_HOURS,
                            pause(stavropol, "13.11.2025 12:00", "14.11.2025 11:00")))
                    .isEqualTo("14.11.2025 13:00");
        }

        @Test
        @DisplayName("паузы внахлёст, до начала и после срока не удваиваются и не мешают")
        void overlappingAndForeignPauses() {
            assertThat(due(
                            stavropol,
                            "13.11.2025 10:00",
                            "4",
                            WORKING_HOURS,
                            pause(stavropol, "13.11.2025 13:00", "13.11.2025 15:00"),
                            pause(stavropol, "12.11.2025 09:00", "13.11.2025 11:00"),
                            pause(stavropol, "13.11.2025 12:00", "13.11.2025 14:00"),
                            pause(stavropol, "20.11.2025 12:00", "21.11.2025 14:00")))
                    .isEqualTo("13.11.2025 18:00");
        }

        @Test
        @DisplayName("круглосуточные часы внутри паузы не идут")
        void clockHoursStand() {
            assertThat(due(
                            stavropol,
                            "15.11.2025 23:30",
                            "2",
                            CLOCK_HOURS,
                            pause(stavropol, "16.11.2025 00:00", "16.11.2025 08:00")))
                    .isEqualTo("16.11.2025 09:30");
        }

        @Test
        @DisplayName("день, в конце которого часы стоят, не считается; пауза внутри дня ничего не меняет")
        void daysStandWhenTheirEndIsPaused() {
            assertThat(due(
                            stavropol,
                            "10.11.2025 10:00",
                            "3",
                            WORKING_DAYS,
                            pause(stavropol, "11.11.2025 17:00", "12.11.2025 10:00")))
                    .isEqualTo("14.11.2025 18:00");
            assertThat(due(
                            stavropol,
                            "10.11.2025 10:00",
                            "3",
                            WORKING_DAYS,
                            pause(stavropol, "11.11.2025 10:00", "11.11.2025 16:00")))
                    .isEqualTo("13.11.2025 18:00");
            assertThat(due(
                            stavropol,
                            "10.11.2025 10:00",
                            "10",
                            CALENDAR_DAYS,
                            pause(stavropol, "11.11.2025 10:00", "16.11.2025 10:00")))
                    .isEqualTo("25.11.2025 18:00");
        }

        @Test
        @DisplayName("пауза после срока не воскрешает его")
        void laterPauseNeverMovesADeadline() {
            for (NormUnit unit : NormUnit.values()) {
                String without = due(stavropol, "13.11.2025 10:00", "2", unit);
                Instant at = at(stavropol, without);
                assertThat(due(stavropol, "13.11.2025 10:00", "2", unit, new Pause(at, at.plus(Duration.ofDays(9)))))
                        .isEqualTo(without);
            }
        }

        @Test
        @DisplayName("открытая пауза: часы стоят, срока для таймера нет; после возобновления он есть")
        void openPauseHoldsTheDeadline() {
            Instant start = at(stavropol, "13.11.2025 10:00");
            Pause waiting = new Pause(at(stavropol, "13.11.2025 12:00"), null);

            Deadline held = stavropol.deadline(start, Norm.of("4", WORKING_HOURS), List.of(waiting));

            assertThat(held.paused()).isTrue();
            assertThat(held.running()).isEmpty();
            assertThat(held.why().sentences())
                    .contains("Часы стоят с 13 ноября 2025 года, 12:00 (четверг).")
                    .last()
                    .asString()
                    .isEqualTo("Пока часы стоят, срок не назначен; он наступит не раньше, чем 13 ноября 2025 года,"
                            + " 14:00 (четверг).");

            Deadline resumed = stavropol.deadline(
                    start, Norm.of("4", WORKING_HOURS), List.of(waiting.closedAt(at(stavropol, "17.11.2025 09:00"))));
            assertThat(resumed.paused()).isFalse();
            assertThat(local(stavropol, resumed.running().orElseThrow())).isEqualTo("17.11.2025 11:00");
        }

        @Test
        @DisplayName("пауза, открытая после срока, его уже не держит")
        void pauseOpenedTooLate() {
            for (NormUnit unit : NormUnit.values()) {
                Deadline deadline = stavropol.deadline(
                        at(stavropol, "13.11.2025 10:00"),
                        Norm.of("2", unit),
                        List.of(new Pause(at(stavropol, "19.11.2025 12:00"), null)));
                assertThat(deadline.paused()).isFalse();
            }
        }

        @Test
        @DisplayName("пауза, которая кончилась раньше, чем началась, не принимается")
        void backwardPauseIsRefused() {
            Instant from = at(stavropol, "13.11.2025 10:00");
            assertThatThrownBy(() -> new Pause(from, from.minusSeconds(1)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("объясняется: начало, норма, пропущенные и сокращённые дни, сам срок")
    void isExplained() {
        Deadline deadline = stavropol.deadline(
                at(stavropol, "30.10.2025 19:30"),
                Norm.of("20", WORKING_HOURS),
                List.of(pause(stavropol, "31.10.2025 12:00", "31.10.2025 14:00")));

        assertThat(deadline.why().sentences())
                .containsExactly(
                        "Начало — 30 октября 2025 года, 19:30 (четверг), это нерабочее время: отсчёт идёт с 31 октября"
                                + " 2025 года, 09:00 (пятница).",
                        "Норма — 20 рабочих часов.",
                        "Рабочее время — 09:00–18:00.",
                        "Не считаются: 2 ноября — выходные; 3 ноября — выходной, перенесён с 1 ноября; 4 ноября —"
                                + " День народного единства.",
                        "На час короче: 1 ноября.",
                        "Рабочие выходные: 1 ноября.",
                        "Часы стояли с 31 октября 2025 года, 12:00 (пятница) до 31 октября 2025 года, 14:00"
                                + " (пятница).",
                        "Срок — 5 ноября 2025 года, 14:00 (среда).");
        assertThat(deadline.provisional()).isFalse();
    }

    @Test
    @DisplayName("там, где переводят часы, рабочий день остаётся с 9 до 18 по местному времени")
    void daylightSavingKeepsLocalHours() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        WorkingCalendar city = WorkingCalendar.fromFolder(Cities.settings(berlin, true, "ru"), Cities.FOLDER);

        assertThat(due(city, "27.03.2026 17:00", "2", WORKING_HOURS)).isEqualTo("30.03.2026 10:00");
        assertThat(due(city, "28.03.2026 23:00", "6", CLOCK_HOURS)).isEqualTo("29.03.2026 06:00");
    }
}
