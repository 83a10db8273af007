package ru.mcu.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The file types people may attach, told by their first bytes. */
enum FileSignature {
    JPEG("image/jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}),
    PNG("image/png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}),
    PDF("application/pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    OFFICE("application/vnd.openxmlformats-officedocument", new byte[] {'P', 'K', 3, 4});

    private final String contentType;
    private final byte[] start;

    FileSignature(String contentType, byte[] start) {
        this.contentType = contentType;
        this.start = start;
    }

    String contentType() {
        return contentType;
    }

    boolean isImage() {
        return this == JPEG || this == PNG;
    }

    static @Nullable FileSignature of(byte[] content) {
        return Arrays.stream(values())
                .filter(signature -> content.length >= signature.start.length
                        && Arrays.equals(
                                content, 0, signature.start.length, signature.start, 0, signature.start.length))
                .findFirst()
                .orElse(null);
    }
}
