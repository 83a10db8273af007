package ru.mcu.message;

import java.util.UUID;

/** The author answered a question; the clock may go on. */
public record AuthorReplied(UUID messageId) {}
