package ru.mcu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Tells the format by the first bytes, because names lie; everything that is no table is refused with advice. */
enum FileKind {
    XLSX,
    CSV;

    static FileKind of(Path file, String fileName) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4096);
        }
        if (head.length == 0) {
            throw new SheetRefused(SheetRefused.Reason.EMPTY, "Файл пуст. Выгрузите его заново и загрузите снова.");
        }
        if (startsWith(head, 'P', 'K')) {
            return XLSX;
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw oldOrEncrypted(file);
        }
        String start = new String(head, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("%pdf")) {
            throw SheetRefused.wrongType("Это документ PDF.");
        }
        if (start.startsWith("<") || start.startsWith("{\\rtf")) {
            throw SheetRefused.wrongType("Это страница или документ, а не таблица.");
        }
        boolean utf16 = startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF);
        if (!utf16 && hasBinary(head)) {
            throw SheetRefused.wrongType(
                    fileName.toLowerCase(Locale.ROOT).endsWith(".xlsx")
                            ? "Файл называется .xlsx, но таблицей не является."
                            : "Этот файл не таблица.");
        }
        return CSV;
    }

    private static SheetRefused oldOrEncrypted(Path file) {
        try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
            if (ole.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                return SheetRefused.encrypted();
            }
        } catch (IOException | RuntimeException e) {
            return SheetRefused.broken(e);
        }
        return SheetRefused.wrongType("Это файл старого формата Office (.xls или .doc).");
    }

    private static boolean hasBinary(byte[] head) {
        for (byte b : head) {
            if (b >= 0 && b < 9 || b > 13 && b < 32) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] head, int... signature) {
        if (head.length < signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if ((head[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
