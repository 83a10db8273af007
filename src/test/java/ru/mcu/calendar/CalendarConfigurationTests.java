package ru.mcu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayName("Календарь в приложении")
class CalendarConfigurationTests {

    @Test
    @DisplayName("строится из настроек города и папки config/calendars")
    void isBuiltFromTheCityAndItsFolder() {
        new ApplicationContextRunner()
                .withUserConfiguration(CalendarConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(CalendarSettings.class, () -> Cities.settings(Cities.BARNAUL, false, "ru"))
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(CalendarHealth.class);
                    assertThat(context.getBean(WorkingCalendar.class).zone()).isEqualTo(Cities.BARNAUL);
                    assertThat(context.getBean(WorkingCalendars.class).loadedYears())
                            .containsExactly(2025, 2026);
                });
    }

    @Test
    @DisplayName("без файлов названного календаря приложение не запускается и говорит почему")
    void failsLoudlyWithoutFiles() {
        new ApplicationContextRunner()
                .withUserConfiguration(CalendarConfiguration.class)
                .withPropertyValues("mcu.home=src/test")
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(CalendarSettings.class, () -> Cities.settings(Cities.BARNAUL, false, "ru"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(CalendarFileException.class)
                        .hasMessageContaining("Календарь «ru» не найден"));
    }
}
