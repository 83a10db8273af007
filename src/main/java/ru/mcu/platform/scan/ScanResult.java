package ru.mcu.platform.scan;

/** What the antivirus said about a file. */
public sealed interface ScanResult {

    /** Nothing was found, or the city runs no antivirus. */
    record Clean() implements ScanResult {}

    /** @param virus the name that the antivirus gives */
    record Infected(String virus) implements ScanResult {}

    /** Nobody knows yet: the file must not be shown before a later scan. */
    record Unavailable() implements ScanResult {}
}
