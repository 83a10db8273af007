package ru.mcu.channel.imports;

import ru.mcu.message.NewMessage;

/** Turns one row of an export into a message; the key is what the source calls the row. */
public interface RowTaker<R> {

    /** @throws IllegalArgumentException with a Russian reason when the row cannot become a message */
    NewMessage message(R row);
}
