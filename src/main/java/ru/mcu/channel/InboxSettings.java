package ru.mcu.channel;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what channels send is turned into messages.
 *
 * @param maxAttempts after so many failures an event is put aside for the administrator
 * @param keep how long understood events stay; they hold personal data, but a channel may repeat them for days
 */
@ConfigurationProperties("mcu.inbox")
record InboxSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("6") int maxAttempts,
        @DefaultValue("5s") Duration firstRetry,
        @DefaultValue("7d") Duration keep) {

    Duration backOff(int attempt) {
        return firstRetry.multipliedBy(1L << Math.min(attempt * 2, 16));
    }
}
