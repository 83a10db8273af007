package ru.mcu.message;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files are kept.
 *
 * @param photo largest size, as of the other kinds
 * @param enabled whether this node does work in the background: fetches files, scans what was not scanned
 */
@ConfigurationProperties("mcu.media")
public record FileSettings(
        @DefaultValue("20MB") DataSize photo,
        @DefaultValue("50MB") DataSize video,
        @DefaultValue("20MB") DataSize voice,
        @DefaultValue("20MB") DataSize document,
        @DefaultValue("true") boolean enabled) {

    DataSize largest(FileKind kind) {
        return switch (kind) {
            case PHOTO -> photo;
            case VIDEO -> video;
            case VOICE -> voice;
            case DOCUMENT -> document;
        };
    }
}
