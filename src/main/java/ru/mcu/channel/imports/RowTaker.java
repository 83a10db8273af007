package ru.mcu.channel.imports;

import org.jspecify.annotations.Nullable;
import ru.mcu.message.NewMessage;

/** Turns one row of an export into a message; the key is what the source calls the row. */
public interface RowTaker<R> {

    /** @throws IllegalArgumentException with a Russian reason when the row cannot become a message */
    NewMessage message(R row);

    /** The author's mark in the source system, 1 to 5; null where it has none. */
    default @Nullable Integer mark(R row) {
        return null;
    }
}
