package ru.mcu.directory.internal;

import java.nio.file.Path;
import java.util.List;

/** Refuses the start with a report of everything that is wrong in a city profile. */
class InvalidCityProfile extends RuntimeException {

    InvalidCityProfile(Path file, List<String> lines) {
        super("Профиль города " + file + " содержит ошибки (" + lines.size() + "):\n  - "
                + String.join("\n  - ", lines));
    }
}
