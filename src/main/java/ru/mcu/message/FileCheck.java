package ru.mcu.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.FileSystemResource;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import ru.mcu.platform.scan.ScanResult;
import ru.mcu.platform.scan.VirusScan;

/** The one door for strangers' files: what gets through may be shown to staff. */
@Component
@EnableConfigurationProperties(FileSettings.class)
public class FileCheck {

    private final FileSettings settings;
    private final VirusScan antivirus;

    public FileCheck(FileSettings settings, VirusScan antivirus) {
        this.settings = settings;
        this.antivirus = antivirus;
    }

    /**
     * @param file of the caller, who deletes it; its content is replaced by the clean one
     * @param name as the sender called it
     * @throws IOException when the disk fails
     */
    public CheckedFile check(Path file, @Nullable String name) throws FileRefused, IOException {
        long size = Files.size(file);
        if (size == 0) {
            throw new FileRefused("файл пустой");
        }
        FileSignature type = FileSignature.of(file);
        DataSize largest = settings.largest(type.kind());
        if (size > largest.toBytes()) {
            throw tooLarge(largest);
        }
        boolean scanned = scan(file);
        if (type.kind() == FileKind.PHOTO) {
            return picture(file, type, name, scanned);
        }
        if (type.isMadeOfBoxes()) {
            CleanMovie.clean(file);
        }
        return new CheckedFile(file, type, type.named(safe(name)), size, scanned, null);
    }

    /** The largest file that {@link #check} may take, of whatever kind. */
    public DataSize largest() {
        long largest = 0;
        for (FileKind kind : FileKind.values()) {
            largest = Math.max(largest, settings.largest(kind).toBytes());
        }
        return DataSize.ofBytes(largest);
    }

    static FileRefused tooLarge(DataSize largest) {
        return new FileRefused("файл больше " + largest.toMegabytes() + " МБ");
    }

    private boolean scan(Path file) throws FileRefused, IOException {
        ScanResult result = antivirus.scan(new FileSystemResource(file));
        if (result instanceof ScanResult.Infected infected) {
            throw FileRefused.infected(infected.virus());
        }
        return result instanceof ScanResult.Clean;
    }

    private static CheckedFile picture(Path file, FileSignature type, @Nullable String name, boolean scanned)
            throws FileRefused, IOException {
        CleanPicture clean = clean(Files.readAllBytes(file), type);
        Files.write(file, clean.content());
        return new CheckedFile(
                file, clean.type(), clean.type().named(safe(name)), clean.content().length, scanned, clean.preview());
    }

    private static CleanPicture clean(byte[] content, FileSignature type) throws FileRefused {
        try {
            return CleanPicture.of(content, type);
        } catch (IOException e) {
            throw new FileRefused("картинка повреждена или слишком велика; приложите другую");
        }
    }

    private static String safe(@Nullable String name) {
        String plain = name == null
                ? ""
                : name.replaceAll("[\\\\/\\p{Cntrl}\\p{Cf}\"<>|:*?]", "_").strip();
        if (plain.isEmpty() || Set.of(".", "..").contains(plain)) {
            return "файл";
        }
        return plain.length() > 120 ? plain.substring(plain.length() - 120) : plain;
    }
}
