package ru.mcu.message;

import java.util.UUID;

/** A message was registered and must be handled, beginning with the given step. */
public record MessageRegistered(UUID messageId, EntryStep entryStep) {}
