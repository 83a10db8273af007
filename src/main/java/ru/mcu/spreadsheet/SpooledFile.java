package ru.mcu.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload on disk for as long as it is read; formats need it twice (guard and reading). */
record SpooledFile(Path path) implements AutoCloseable {

    static SpooledFile of(InputStream in, long maxBytes) throws IOException {
        SpooledFile file = new SpooledFile(Files.createTempFile("mcu-sheet", ".upload"));
        try (OutputStream out = Files.newOutputStream(file.path)) {
            byte[] buffer = new byte[65_536];
            long total = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > maxBytes) {
                    throw new SheetRefused(
                            SheetRefused.Reason.TOO_BIG,
                            "Файл больше %d МБ. Разделите выгрузку на части по периоду и загрузите их по очереди."
                                    .formatted(Math.max(1, maxBytes >> 20)));
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
