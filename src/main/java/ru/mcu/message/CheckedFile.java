package ru.mcu.message;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that may be kept: of a known type, scanned, without what it told about its author. */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public final class CheckedFile {

    private final Path content;
    private final FileSignature type;
    private final String name;
    private final long size;
    private final boolean scanned;
    private final byte @Nullable [] preview;

    CheckedFile(Path content, FileSignature type, String name, long size, boolean scanned, byte @Nullable [] preview) {
        this.content = content;
        this.type = type;
        this.name = name;
        this.size = size;
        this.scanned = scanned;
        this.preview = preview;
    }

    Path content() {
        return content;
    }

    FileSignature type() {
        return type;
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    /** False while the antivirus is away: kept, but not shown. */
    boolean scanned() {
        return scanned;
    }

    byte @Nullable [] preview() {
        return preview;
    }
}
