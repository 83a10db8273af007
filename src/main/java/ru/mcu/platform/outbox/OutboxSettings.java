package ru.mcu.platform.outbox;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox works.
 *
 * @param batch rows claimed at once for one channel
 * @param parallel calls at the same time, all channels together; batch × time-out ÷ parallel must stay below {@code
 *     sendingTimeout}
 * @param sendingTimeout after this a row that is still being sent counts as abandoned by a dead node
 * @param maxAttempts then the failure is permanent and a person publishes by hand
 * @param breakAfter failures in a row, whatever the text, after which the channel rests
 * @param limits what each channel takes, by its code
 */
@ConfigurationProperties("mcu.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20") int batch,
        @DefaultValue("8") int parallel,
        @DefaultValue("2m") Duration sendingTimeout,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("12") int maxAttempts,
        @DefaultValue("10") int breakAfter,
        @DefaultValue("30s") Duration firstRest,
        @DefaultValue("10m") Duration longestRest,
        @DefaultValue Map<String, Limits> limits) {

    Duration backOff(int attempt) {
        return doubled(firstRetry, attempt - 1, longestRetry);
    }

    /** How long a channel rests after this many failures in a row. */
    Duration rest(int failures) {
        return doubled(firstRest, failures - breakAfter, longestRest);
    }

    Limits limits(String carrier) {
        return limits.getOrDefault(carrier, Limits.NONE);
    }

    private static Duration doubled(Duration first, int times, Duration longest) {
        Duration wait = first.multipliedBy(1L << Math.max(0, Math.min(times, 20)));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
