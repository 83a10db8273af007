package ru.mcu.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells documents of an office from other archives by their table of contents, without unpacking anything. */
final class OfficeFile {

    private static final int MOST_PARTS = 10_000;
    private static final long LARGEST_UNPACKED = 300L * 1024 * 1024;

    private OfficeFile() {}

    static FileSignature typeOf(Path file) throws FileRefused, IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS || unpacked(zip) > LARGEST_UNPACKED) {
                throw new FileRefused("в документе слишком много сжатых данных");
            }
            if (zip.stream().map(ZipEntry::getName).anyMatch(part -> part.endsWith("vbaProject.bin"))) {
                throw new FileRefused("документ с макросами; нужен файл без них");
            }
            if (zip.getEntry("[Content_Types].xml") != null) {
                if (zip.getEntry("word/document.xml") != null) {
                    return FileSignature.DOCX;
                }
                if (zip.getEntry("xl/workbook.xml") != null) {
                    return FileSignature.XLSX;
                }
            }
            throw new FileRefused("архивы не принимаются; можно приложить фото, видео, PDF, DOCX или XLSX");
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new FileRefused("файл повреждён; приложите другой");
        }
    }

    private static long unpacked(ZipFile zip) {
        return zip.stream().mapToLong(part -> Math.max(0, part.getSize())).sum();
    }
}
