package ru.mcu.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import ru.mcu.WholeApplication;

@WholeApplication
@DisplayName("Тихие часы: ночью и в праздники не беспокоят")
class QuietTimeTests {

    @Autowired
    QuietTime quiet;

    @ParameterizedTest(name = "{0}–{1}, выходные тихие: {2}, {3} → {4}")
    @CsvSource({
        // Rubtsovsk is seven hours ahead of UTC
        "20:00, 08:00, true, 2026-11-23T03:00:00Z, 2026-11-23T03:00:00Z", // Monday 10:00
        "20:00, 08:00, true, 2026-11-23T14:30:00Z, 2026-11-24T01:00:00Z", // Monday 21:30 → Tuesday 08:00
        "20:00, 08:00, true, 2026-11-22T18:00:00Z, 2026-11-23T01:00:00Z", // Monday 01:00 → 08:00
        "20:00, 08:00, true, 2026-11-27T14:00:00Z, 2026-11-30T01:00:00Z", // Friday 21:00 → Monday 08:00
        "20:00, 08:00, false, 2026-11-28T05:00:00Z, 2026-11-28T05:00:00Z", // Saturday 12:00, does not mind
        "20:00, 08:00, true, 2026-12-31T05:00:00Z, 2027-01-11T01:00:00Z", // the New Year holidays
        "13:00, 14:00, true, 2026-11-23T06:30:00Z, 2026-11-23T07:00:00Z", // a nap after lunch
        "08:00, 08:00, true, 2026-11-23T20:00:00Z, 2026-11-23T20:00:00Z", // no quiet hours: Tuesday 03:00
        "20:00, 08:00, true, 2026-11-24T01:00:00Z, 2026-11-24T01:00:00Z", // exactly 08:00
        "20:00, 08:00, true, 2026-11-23T13:00:00Z, 2026-11-24T01:00:00Z" // exactly 20:00
    })
    @DisplayName("когда можно")
    void theFirstMomentToDisturb(LocalTime from, LocalTime to, boolean restDays, Instant now, Instant expected) {
        Habits habits = new Habits(from, to, restDays, Map.of(), Set.of());

        assertThat(quiet.notBefore(habits, now)).isEqualTo(expected);
    }
}
