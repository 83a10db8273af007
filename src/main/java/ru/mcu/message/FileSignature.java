package ru.mcu.message;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The file types people may attach, told by their content, never by their name. */
enum FileSignature {
    JPEG("image/jpeg", "jpg", "jpeg"),
    PNG("image/png", "png"),
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String contentType;
    private final List<String> extensions;

    FileSignature(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    String contentType() {
        return contentType;
    }

    boolean isImage() {
        return this == JPEG || this == PNG;
    }

    /** The name with an extension of this type, so that no page or program hides behind a picture's content. */
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
        return fits ? name : name + "." + extensions.get(0);
    }

    /** Null for everything else, also for documents with macros. */
    static @Nullable FileSignature of(byte[] content) {
        if (startsWith(content, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF})) {
            return JPEG;
        }
        if (startsWith(content, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A})) {
            return PNG;
        }
        if (startsWith(content, "%PDF-".getBytes(StandardCharsets.US_ASCII))) {
            return PDF;
        }
        return startsWith(content, new byte[] {'P', 'K', 3, 4}) ? office(content) : null;
    }

    private static @Nullable FileSignature office(byte[] content) {
        Set<String> parts;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(content))
                .get()) {
            parts = java.util.Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .collect(Collectors.toSet());
        } catch (IOException | RuntimeException damaged) {
            return null;
        }
        boolean macros = parts.stream().anyMatch(part -> part.endsWith("vbaProject.bin"));
        if (macros || !parts.contains("[Content_Types].xml")) {
            return null;
        }
        if (parts.contains("word/document.xml")) {
            return DOCX;
        }
        return parts.contains("xl/workbook.xml") ? XLSX : null;
    }

    private static boolean startsWith(byte[] content, byte[] start) {
        return content.length >= start.length && Arrays.equals(content, 0, start.length, start, 0, start.length);
    }
}
