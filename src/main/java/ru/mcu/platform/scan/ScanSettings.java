package ru.mcu.platform.scan;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the antivirus is.
 *
 * @param clamd {@code host:port} or {@code unix:/path/of/the/socket}; empty: files are not scanned
 * @param scanTime for one file, connection included
 */
@ConfigurationProperties("mcu.media")
public record ScanSettings(
        @Nullable String clamd, @DefaultValue("60s") Duration scanTime) {}
