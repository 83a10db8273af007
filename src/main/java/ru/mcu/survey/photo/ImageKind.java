package ru.mcu.survey.photo;

import java.util.Arrays;
import java.util.Optional;

/** Recognises a picture by its first bytes, whatever the browser calls it. */
enum ImageKind {
    JPEG("image/jpeg") {
        @Override
        boolean matches(byte[] bytes) {
            return startsWith(bytes, 0, 0xFF, 0xD8, 0xFF);
        }
    },
    PNG("image/png") {
        @Override
        boolean matches(byte[] bytes) {
            return startsWith(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);
        }
    },
    WEBP("image/webp") {
        @Override
        boolean matches(byte[] bytes) {
            return startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P');
        }
    };

    private final String contentType;

    ImageKind(String contentType) {
        this.contentType = contentType;
    }

    static Optional<ImageKind> of(byte[] bytes) {
        return Arrays.stream(values()).filter(kind -> kind.matches(bytes)).findFirst();
    }

    String contentType() {
        return contentType;
    }

    abstract boolean matches(byte[] bytes);

    private static boolean startsWith(byte[] bytes, int offset, int... signature) {
        if (bytes.length < offset + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[offset + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
