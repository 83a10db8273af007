package ru.mcu.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row claimed by this node for one attempt.
 *
 * @param maybeSent an earlier attempt may have arrived
 */
record OutboxRow(
        UUID id, int attempts, String contentHash, @Nullable String lane, boolean maybeSent, Delivery delivery) {}
