package ru.mcu.answer;

/**
 * A place in a text that holds personal data; carries offsets only, never the data.
 *
 * @param kind what it is
 * @param from first character, UTF-16 offset
 * @param to offset after the last character
 */
public record PersonalDataSpan(PersonalDataKind kind, int from, int to) {}
