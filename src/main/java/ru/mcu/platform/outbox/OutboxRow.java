package ru.mcu.platform.outbox;

import java.util.UUID;

/** A row claimed by this node for one attempt. */
record OutboxRow(UUID id, int attempts, String contentHash, Delivery delivery) {}
