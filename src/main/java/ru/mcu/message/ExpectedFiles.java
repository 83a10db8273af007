package ru.mcu.message;

import java.util.List;
import java.util.UUID;

/** Tells the card which files a channel has announced that are not here: on their way, or not accepted. */
public interface ExpectedFiles {

    List<ExpectedFile> of(UUID messageId);

    /**
     * @param name what to call it
     * @param note in Russian, such as «Файл загружается»
     */
    record ExpectedFile(UUID id, String name, String note) {}
}
