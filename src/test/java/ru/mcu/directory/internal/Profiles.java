package ru.mcu.directory.internal;

import java.nio.file.Path;
import ru.mcu.directory.City;

/** The shipped profiles for tests of other packages. */
public final class Profiles {

    private Profiles() {}

    public static City rubtsovsk() {
        return CityProfileReader.read(Path.of("config/cities/rubtsovsk.yml"));
    }

    public static City stavropol() {
        return CityProfileReader.read(Path.of("config/cities/stavropol.yml"));
    }
}
