package ru.mcu.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file types people may send, told by their content, never by their name. */
enum FileSignature {
    JPEG(FileKind.PHOTO, "image/jpeg", "jpg", "jpeg"),
    PNG(FileKind.PHOTO, "image/png", "png"),
    GIF(FileKind.PHOTO, "image/gif", "gif"),
    WEBP(FileKind.PHOTO, "image/webp", "webp"),
    MP4(FileKind.VIDEO, "video/mp4", "mp4", "m4v"),
    QUICKTIME(FileKind.VIDEO, "video/quicktime", "mov"),
    MOBILE_VIDEO(FileKind.VIDEO, "video/3gpp", "3gp", "3g2"),
    WEBM(FileKind.VIDEO, "video/webm", "webm"),
    OGG(FileKind.VOICE, "audio/ogg", "ogg", "oga", "opus"),
    MP3(FileKind.VOICE, "audio/mpeg", "mp3"),
    M4A(FileKind.VOICE, "audio/mp4", "m4a"),
    PDF(FileKind.DOCUMENT, "application/pdf", "pdf"),
    DOCX(FileKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX(FileKind.DOCUMENT, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private static final int HEAD = 4096;
    private static final Set<String> MP4_BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash", "f4v ");
    private static final Set<String> HEIC_BRANDS =
            Set.of("heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif");

    private final FileKind kind;
    private final String contentType;
    private final List<String> extensions;

    FileSignature(FileKind kind, String contentType, String... extensions) {
        this.kind = kind;
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    FileKind kind() {
        return kind;
    }

    String contentType() {
        return contentType;
    }

    /** Built of the boxes of ISO 14496-12, where phones write the place of shooting. */
    boolean isMadeOfBoxes() {
        return this == MP4 || this == QUICKTIME || this == MOBILE_VIDEO || this == M4A;
    }

    /** The name with an extension of this type, so that no page or program hides behind a picture's content. */
    String named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean fits = extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
        return fits ? name : name + "." + extensions.get(0);
    }

    /**
     * @throws FileRefused for everything else, also for documents with macros
     * @throws IOException when the file cannot be read
     */
    static FileSignature of(Path file) throws FileRefused, IOException {
        byte[] head = head(file);
        FileSignature simple = simple(head);
        if (simple != null) {
            return simple;
        }
        if (startsWith(head, 0, 'P', 'K', 3, 4)) {
            return OfficeFile.typeOf(file);
        }
        if (ascii(head, 4, 4).equals("ftyp") && HEIC_BRANDS.contains(ascii(head, 8, 4))) {
            throw new FileRefused("формат HEIC или AVIF не поддерживается, нужен JPEG");
        }
        throw new FileRefused(
                "такие файлы не принимаются; можно приложить фото (JPEG, PNG, WebP, GIF), видео (MP4, MOV,"
                        + " WebM), звук (OGG, MP3, M4A), PDF, DOCX или XLSX");
    }

    private static @Nullable FileSignature simple(byte[] head) {
        if (startsWith(head, 0, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (startsWith(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        if (ascii(head, 0, 6).equals("GIF87a") || ascii(head, 0, 6).equals("GIF89a")) {
            return GIF;
        }
        if (ascii(head, 0, 4).equals("RIFF") && ascii(head, 8, 4).equals("WEBP")) {
            return WEBP;
        }
        if (ascii(head, 0, 5).equals("%PDF-")) {
            return PDF;
        }
        return ascii(head, 4, 4).equals("ftyp") ? boxes(ascii(head, 8, 4)) : sound(head);
    }

    private static @Nullable FileSignature boxes(String brand) {
        if (brand.equals("qt  ")) {
            return QUICKTIME;
        }
        if (brand.equals("M4A ")) {
            return M4A;
        }
        if (brand.startsWith("3gp") || brand.startsWith("3g2")) {
            return MOBILE_VIDEO;
        }
        return MP4_BRANDS.contains(brand) ? MP4 : null;
    }

    private static @Nullable FileSignature sound(byte[] head) {
        if (startsWith(head, 0, 0x1A, 0x45, 0xDF, 0xA3)) {
            return ascii(head, 0, 64).contains("webm") ? WEBM : null;
        }
        if (ascii(head, 0, 4).equals("OggS")) {
            boolean voice =
                    ascii(head, 28, 8).equals("OpusHead") || ascii(head, 28, 7).equals("\u0001vorbis");
            return voice ? OGG : null;
        }
        return ascii(head, 0, 3).equals("ID3") || isFrameOfMp3(head) ? MP3 : null;
    }

    /** ISO 11172-3: eleven ones, layer III, a bit rate and a sample rate that exist. */
    private static boolean isFrameOfMp3(byte[] head) {
        return head.length > 3
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xE6) == 0xE2
                && (head[1] & 0x18) != 0x08
                && (head[2] & 0xF0) != 0xF0
                && (head[2] & 0xF0) != 0
                && (head[2] & 0x0C) != 0x0C;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static String ascii(byte[] head, int from, int length) {
        return from >= head.length
                ? ""
                : new String(
                        Arrays.copyOfRange(head, from, Math.min(head.length, from + length)),
                        StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] head, int from, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if (from + i >= head.length || (head[from + i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
