package ru.mcu.message;

import java.util.UUID;

/** The head stopped all work on a message. */
public record MessageCancelled(UUID messageId) {}
