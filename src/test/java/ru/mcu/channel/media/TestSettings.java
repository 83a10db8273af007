package ru.mcu.channel.media;

import java.time.Duration;
import java.util.List;

/** Settings of the fetcher for tests: impatient, and with exceptions. */
final class TestSettings {

    private TestSettings() {}

    static MediaSettings allowing(String... addresses) {
        return settings(false, Duration.ofSeconds(3), addresses);
    }

    static MediaSettings settings(boolean plainHttp, Duration totalTime, String... allowed) {
        return new MediaSettings(
                2,
                Duration.ofSeconds(2),
                Duration.ofSeconds(1),
                totalTime,
                3,
                Duration.ofMinutes(10),
                3,
                Duration.ofSeconds(30),
                Duration.ofHours(6),
                plainHttp,
                List.of(allowed));
    }
}
