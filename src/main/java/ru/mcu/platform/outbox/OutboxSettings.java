package ru.mcu.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox works.
 *
 * @param identicalPerHour identical answers an hour on one channel (Елизово: 5)
 * @param sendingTimeout after this a row that is still being sent counts as abandoned by a dead node
 * @param maxAttempts then the failure is permanent and a person publishes by hand
 */
@ConfigurationProperties("mcu.outbox")
record OutboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("20") int batch,
        @DefaultValue("5") int identicalPerHour,
        @DefaultValue("2m") Duration sendingTimeout,
        @DefaultValue("10s") Duration firstRetry,
        @DefaultValue("1h") Duration longestRetry,
        @DefaultValue("12") int maxAttempts) {

    Duration backOff(int attempt) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(attempt - 1, 20));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
