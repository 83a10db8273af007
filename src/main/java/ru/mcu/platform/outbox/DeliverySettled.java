package ru.mcu.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery came to its end; published in the transaction that settles its row. */
public record DeliverySettled(
        UUID reference,
        boolean delivered,
        @Nullable String link,
        @Nullable String reason) {}
