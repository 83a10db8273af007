package ru.mcu.message;

/**
 * One row of an export on its way in.
 *
 * @param message has an external id, the key of the row
 * @param sourceHash fingerprint of the whole row; equal means unchanged
 */
public record ImportedRow(NewMessage message, String sourceHash) {}
