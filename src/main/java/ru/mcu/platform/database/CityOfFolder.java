package ru.mcu.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import ru.mcu.platform.StartRefused;

/** A data folder belongs to the city that filled it: another city's bodies and districts would not fit its messages. */
final class CityOfFolder {

    private final Path folder;
    private final Path file;

    CityOfFolder(Path dataFolder) {
        folder = dataFolder.toAbsolutePath().normalize();
        file = folder.resolve("city");
    }

    /**
     * @throws StartRefused when the folder belongs to another city; a folder that names none fits any
     */
    void require(String city) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        String owner = Files.readString(file).strip();
        if (!owner.equals(city)) {
            throw new StartRefused(
                    "Папка данных " + folder + " заполнена для города «" + owner + "», а запускается «" + city + "».",
                    "Для другого города укажите другую папку: MCU_CITY=" + city + " MCU_DATA_DIR=.data-" + city
                            + ". Чтобы вернуться к прежнему городу, запустите с MCU_CITY=" + owner + ".");
        }
    }

    void remember(String city) throws IOException {
        Files.writeString(file, city + System.lineSeparator());
    }
}
