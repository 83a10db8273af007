package ru.mcu.channel;

/**
 * A file that came with the event itself, as in a letter.
 *
 * @param key tells the files of one event apart
 */
@SuppressWarnings("ArrayRecordComponent") // written once to the database, never compared
public record EnclosedFile(String key, String name, byte[] content) {}
