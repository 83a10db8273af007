package ru.mcu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.mcu.platform.StartRefused;

@DisplayName("Папка данных и её город")
class CityOfFolderTests {

    @Test
    @DisplayName("папку одного города другой город не берёт, и сказано, что делать")
    void refusesAnotherCity(@TempDir Path data) throws IOException {
        CityOfFolder folder = new CityOfFolder(data);
        folder.require("rubtsovsk");
        folder.remember("rubtsovsk");

        assertThatCode(() -> folder.require("rubtsovsk")).doesNotThrowAnyException();
        assertThatThrownBy(() -> folder.require("stavropol")).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused).hasMessageContaining("«rubtsovsk»");
            assertThat(refused.action()).contains("MCU_CITY=stavropol MCU_DATA_DIR=.data-stavropol");
        });
    }
}
