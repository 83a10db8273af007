package ru.mcu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Норма срока")
class NormTests {

    @ParameterizedTest(name = "{0} {1}: «{2}»")
    @DisplayName("пишется по-русски с верным окончанием")
    @CsvSource(
            delimiter = '|',
            value = {
                "1    | WORKING_HOURS | 1 рабочий час",
                "4    | WORKING_HOURS | 4 рабочих часа",
                "8    | WORKING_HOURS | 8 рабочих часов",
                "11   | WORKING_HOURS | 11 рабочих часов",
                "21   | WORKING_HOURS | 21 рабочий час",
                "0.5  | WORKING_HOURS | 30 рабочих минут",
                "1.5  | WORKING_HOURS | 1 рабочий час 30 минут",
                "0.35 | WORKING_HOURS | 21 рабочая минута",
                "0.333| WORKING_HOURS | 0,333 рабочего часа",
                "1    | WORKING_DAYS  | 1 рабочий день",
                "3    | WORKING_DAYS  | 3 рабочих дня",
                "7    | WORKING_DAYS  | 7 рабочих дней",
                "1.5  | WORKING_DAYS  | 1,5 рабочего дня",
                "1    | CALENDAR_DAYS | 1 календарный день",
                "30   | CALENDAR_DAYS | 30 календарных дней",
                "22   | CALENDAR_DAYS | 22 календарных дня",
                "112  | CALENDAR_DAYS | 112 календарных дней",
                "0.25 | CLOCK_HOURS   | 15 минут",
                "1.00 | CLOCK_HOURS   | 1 час",
                "2    | CLOCK_HOURS   | 2 часа",
                "2.5  | CLOCK_HOURS   | 2 часа 30 минут"
            })
    void isWrittenInRussian(String amount, NormUnit unit, String expected) {
        assertThat(Norm.of(amount, unit).inRussian()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("читается из таблицы решений по русскому названию единицы")
    void unitIsReadByItsRussianName(NormUnit unit) {
        assertThat(NormUnit.parse(unit.russianName())).isEqualTo(unit);
        assertThat(NormUnit.parse(
                        "  " + unit.russianName().toUpperCase(Locale.ROOT).replace(" ", "  ")))
                .isEqualTo(unit);
    }

    @Test
    @DisplayName("единица с опечаткой не принимается, сообщение перечисляет допустимые")
    void misspeltUnitIsRefused() {
        assertThatThrownBy(() -> NormUnit.parse("рабочие сутки"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("«рабочие сутки»")
                .hasMessageContaining("рабочие часы, рабочие дни, календарные дни, часы");
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "10000.5"})
    @DisplayName("нулевая, отрицательная и невероятная норма не принимаются")
    void senselessAmountIsRefused(String amount) {
        assertThatThrownBy(() -> Norm.of(amount, NormUnit.WORKING_DAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(amount);
    }

    @Test
    @DisplayName("числа из таблицы решений равны, как бы они ни были записаны")
    void amountsAreEqualHoweverWritten() {
        assertThat(Norm.of(1, "рабочие часы")).isEqualTo(Norm.of(1.0, "рабочие часы"));
        assertThat(Norm.of("10.00", NormUnit.CALENDAR_DAYS)).isEqualTo(Norm.of(10L, "календарные дни"));
    }

    @Test
    @DisplayName("половина нормы на сведения из другого органа, полторы — на доклад куратору")
    void halfAndOneAndAHalfOfANorm() {
        Norm drafting = Norm.of("4", NormUnit.WORKING_HOURS);

        assertThat(drafting.times(new BigDecimal("0.5")).inRussian()).isEqualTo("2 рабочих часа");
        assertThat(drafting.times(new BigDecimal("1.5")).inRussian()).isEqualTo("6 рабочих часов");
    }
}
