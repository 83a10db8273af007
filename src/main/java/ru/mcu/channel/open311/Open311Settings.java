package ru.mcu.channel.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may report through Open311.
 *
 * @param enabled off: the addresses answer as if there were none
 * @param jurisdiction what {@code jurisdiction_id} must say when it is given; null takes any
 * @param keys the {@code api_key} of each program, by the program's name
 */
@ConfigurationProperties("mcu.channels.open311")
record Open311Settings(
        @DefaultValue("false") boolean enabled,
        @Nullable String jurisdiction,
        @DefaultValue Map<String, String> keys) {

    /** The program whose key this is. Every key is compared, so that the time tells nothing. */
    Optional<String> caller(@Nullable String key) {
        byte[] given = (key == null ? "" : key).getBytes(StandardCharsets.UTF_8);
        String found = null;
        for (Map.Entry<String, String> known : keys.entrySet()) {
            boolean equal = MessageDigest.isEqual(known.getValue().getBytes(StandardCharsets.UTF_8), given);
            found = equal && !known.getValue().isBlank() ? known.getKey() : found;
        }
        return Optional.ofNullable(found);
    }

    boolean isJurisdiction(@Nullable String given) {
        return given == null || given.isBlank() || jurisdiction == null || jurisdiction.equals(given);
    }

    @Override
    public String toString() {
        return "Open311Settings[" + keys.keySet() + "]";
    }
}
