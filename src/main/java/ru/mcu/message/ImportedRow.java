package ru.mcu.message;

import org.jspecify.annotations.Nullable;

/**
 * One row of an export on its way in.
 *
 * @param message has an external id, the key of the row
 * @param sourceHash fingerprint of the whole row; equal means unchanged
 * @param mark what the author gave the answer in the source system, 1 to 5
 */
public record ImportedRow(
        NewMessage message, String sourceHash, @Nullable Integer mark) {}
