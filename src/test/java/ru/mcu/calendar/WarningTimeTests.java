package ru.mcu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.mcu.calendar.Cities.at;
import static ru.mcu.calendar.Cities.local;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.mcu.regulation.Clause;

@Clause({"stavropol:III.9.6", "rubtsovsk:4.4.2"})
@DisplayName("Предупреждение и рабочее время")
class WarningTimeTests {

    private final WorkingCalendar stavropol = Cities.stavropol();
    private final WorkingCalendar rubtsovsk = Cities.rubtsovsk();

    @ParameterizedTest(name = "срок {0} — предупреждение {1}")
    @DisplayName("за 30 минут, а ночью и в выходной — в утреннюю сводку")
    @CsvSource({
        "14.11.2025 15:00, 14.11.2025 14:30",
        "14.11.2025 18:00, 14.11.2025 17:30",
        "17.11.2025 09:10, 17.11.2025 09:00",
        "16.11.2025 02:00, 17.11.2025 09:00",
        "14.11.2025 18:40, 17.11.2025 09:00",
        "14.11.2025 18:20, 14.11.2025 17:50",
        "01.11.2025 17:00, 01.11.2025 16:30"
    })
    void warnsInWorkingTime(String due, String warning) {
        assertThat(local(stavropol, stavropol.warningTime(at(stavropol, due)))).isEqualTo(warning);
    }

    @Test
    @DisplayName("в обед, который не считается, не предупреждают: в 14:00")
    void notAtLunch() {
        assertThat(local(rubtsovsk, rubtsovsk.warningTime(at(rubtsovsk, "14.11.2025 14:10"))))
                .isEqualTo("14.11.2025 14:00");
    }

    @Test
    @DisplayName("запас времени задаётся, нулевой не принимается")
    void amountIsASetting() {
        assertThat(local(stavropol, stavropol.warningTime(at(stavropol, "17.11.2025 11:00"), Duration.ofMinutes(150))))
                .isEqualTo("17.11.2025 09:00");
        assertThatThrownBy(() -> stavropol.warningTime(at(stavropol, "17.11.2025 11:00"), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("рабочее время между моментами знает выходные, сокращённые дни и обед")
    void workingTimeBetweenMoments() {
        assertThat(stavropol.workingTimeBetween(at(stavropol, "31.10.2025 17:00"), at(stavropol, "05.11.2025 10:00")))
                .isEqualTo(Duration.ofHours(10));
        assertThat(rubtsovsk.workingTimeBetween(at(rubtsovsk, "14.11.2025 12:30"), at(rubtsovsk, "14.11.2025 14:30")))
                .isEqualTo(Duration.ofHours(1));
        assertThat(stavropol.workingTimeBetween(at(stavropol, "05.11.2025 10:00"), at(stavropol, "31.10.2025 17:00")))
                .isEqualTo(Duration.ofHours(-10));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("рабочее время начинается в 9:00 и кончается к 18:00 ровно")
    @CsvSource({
        "14.11.2025 08:59, false",
        "14.11.2025 09:00, true",
        "14.11.2025 17:59, true",
        "14.11.2025 18:00, false",
        "01.11.2025 16:59, true",
        "01.11.2025 17:00, false",
        "03.11.2025 12:00, false"
    })
    void knowsWorkingTime(String moment, boolean working) {
        assertThat(stavropol.isWorkingTime(at(stavropol, moment))).isEqualTo(working);
    }
}
