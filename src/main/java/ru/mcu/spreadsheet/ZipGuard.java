package ru.mcu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Unpacks an .xlsx once to nowhere before anybody parses it: what is inside is counted for real, since the sizes
 * written in an archive may lie.
 */
final class ZipGuard {

    private static final int MAX_PARTS = 2_000;
    /** Styles, relations and the like are parsed as a whole. */
    private static final long MAX_SMALL_PART = 20L << 20;
    /** Longest tag or text between two tags; a cell of Excel holds at most 32,767 characters. */
    private static final int MAX_XML_RUN = 4 << 20;

    private ZipGuard() {}

    static void check(Path file, SheetLimits limits) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MAX_PARTS) {
                throw SheetRefused.bomb();
            }
            requireWorkbook(zip);
            long total = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                total += unpackedSize(zip, entry, limits.maxUnpackedBytes() - total);
            }
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("encrypted")) {
                throw SheetRefused.encrypted();
            }
            throw SheetRefused.broken(e);
        } catch (java.io.EOFException | IllegalArgumentException e) {
            throw SheetRefused.broken(e);
        }
    }

    private static void requireWorkbook(ZipFile zip) {
        if (zip.getEntry("xl/workbook.xml") != null && zip.getEntry("[Content_Types].xml") != null) {
            return;
        }
        if (zip.getEntry("xl/workbook.bin") != null) {
            throw SheetRefused.wrongType("Это двоичная книга Excel (.xlsb).");
        }
        if (zip.getEntry("word/document.xml") != null) {
            throw SheetRefused.wrongType("Это документ Word.");
        }
        if (zip.getEntry("content.xml") != null) {
            throw SheetRefused.wrongType("Это таблица LibreOffice (.ods).");
        }
        throw SheetRefused.wrongType("Это архив. Если выгрузка внутри него, распакуйте её.");
    }

    private static long unpackedSize(ZipFile zip, ZipEntry entry, long left) throws IOException {
        boolean large = entry.getName().startsWith("xl/worksheets/")
                || entry.getName().equals("xl/sharedStrings.xml")
                || entry.getName().startsWith("xl/media/");
        boolean xml = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
        long max = large ? left : Math.min(left, MAX_SMALL_PART);
        long size = 0;
        int run = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > max) {
                    throw SheetRefused.bomb();
                }
                for (int i = 0; xml && i < n; i++) {
                    run = buffer[i] == '>' ? 0 : run + 1;
                    if (run > MAX_XML_RUN) {
                        throw SheetRefused.bomb();
                    }
                }
            }
        }
        return size;
    }
}
