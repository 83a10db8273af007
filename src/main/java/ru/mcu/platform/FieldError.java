package ru.mcu.platform;

/** One wrong field of a form, for showing the message beside it; the message is Russian and says what to do. */
public record FieldError(String field, String message) {}
