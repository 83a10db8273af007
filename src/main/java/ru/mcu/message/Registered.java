package ru.mcu.message;

import java.util.UUID;

/** The receipt of intake: the same for every repetition of the same message. */
public record Registered(UUID id, String number, boolean created) {}
