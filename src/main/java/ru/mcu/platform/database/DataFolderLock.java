package ru.mcu.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.StartRefused;

/** Holds the data folder for one running application; the operating system frees it when the process dies. */
final class DataFolderLock implements AutoCloseable {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws StartRefused when another application holds the folder
     */
    static DataFolderLock take(Path dataFolder) throws IOException {
        createForOwnerOnly(dataFolder);
        FileChannel channel =
                FileChannel.open(dataFolder.resolve("mcu.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new StartRefused(
                    "Папка данных " + dataFolder + " занята: с ней уже работает другой запущенный экземпляр системы.",
                    "Остановите его или укажите другую папку в переменной MCU_DATA_DIR."
                            + " Несколько экземпляров сразу возможны только с внешней базой (SPRING_DATASOURCE_URL).");
        }
        return new DataFolderLock(channel);
    }

    /** The server's unpacked binaries must not be replaceable by another user of the computer. */
    private static void createForOwnerOnly(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
