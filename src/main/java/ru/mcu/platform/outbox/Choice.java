package ru.mcu.platform.outbox;

/**
 * A button under a delivered text, for channels that have such.
 *
 * @param data what comes back when it is pressed; at most 64 bytes
 */
public record Choice(String label, String data) {}
