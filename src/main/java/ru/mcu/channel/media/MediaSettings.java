package ru.mcu.channel.media;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are fetched. Sizes, the antivirus and the switch {@code enabled} have the same prefix.
 *
 * @param parallel files at the same time on one node
 * @param silence how long a server may send nothing
 * @param totalTime for one file, from the look-up of the name to the last byte
 * @param lockedFor after this a file that is still being fetched counts as abandoned by a dead node
 * @param plainHttp whether addresses without TLS are taken from anybody
 * @param allowedAddresses exceptions from the ban on inner addresses: an address, a network or a name, with a port or
 *     without: {@code 10.1.2.0/24}, {@code 10.1.2.3:8443}, {@code [fd00::5]:8443}, {@code files.city.local:8080}; what
 *     is named here may also be asked without TLS
 */
@ConfigurationProperties("mcu.media")
record MediaSettings(
        @DefaultValue("4") int parallel,
        @DefaultValue("5s") Duration connectTime,
        @DefaultValue("15s") Duration silence,
        @DefaultValue("2m") Duration totalTime,
        @DefaultValue("3") int redirects,
        @DefaultValue("10m") Duration lockedFor,
        @DefaultValue("10") int maxAttempts,
        @DefaultValue("30s") Duration firstRetry,
        @DefaultValue("6h") Duration longestRetry,
        @DefaultValue("false") boolean plainHttp,
        @DefaultValue List<String> allowedAddresses) {

    /** @param attempt the one that failed, from 1 */
    Duration backOff(int attempt) {
        Duration wait = firstRetry.multipliedBy(1L << Math.max(0, Math.min(attempt - 1, 20)));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
