package ru.mcu.directory.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import ru.mcu.directory.internal.Profiles;

@DisplayName("Сегодняшний день города")
class CityDayTests {

    @Test
    @DisplayName("когда в Москве ещё вечер, в Рубцовске уже завтра")
    void theDayFollowsTheCity() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-02T20:30:00Z"), ZoneOffset.UTC);

        CityDay rubtsovsk = new CityDay(Profiles.rubtsovsk(), clock);
        CityDay stavropol = new CityDay(Profiles.stavropol(), clock);

        assertThat(rubtsovsk.start()).isEqualTo(Instant.parse("2026-11-02T17:00:00Z"));
        assertThat(rubtsovsk.end()).isEqualTo(Instant.parse("2026-11-03T17:00:00Z"));
        assertThat(stavropol.start()).isEqualTo(Instant.parse("2026-11-01T21:00:00Z"));
        assertThat(stavropol.end()).isEqualTo(Instant.parse("2026-11-02T21:00:00Z"));
    }
}
