package ru.mcu.platform.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a channel said to a delivery. */
public sealed interface DeliveryResult {

    /** It is there; with a link and the channel's own id where there are any. */
    record Delivered(@Nullable String link, @Nullable String externalId) implements DeliveryResult {}

    /** Not now: try again, not before the time the channel named. */
    record Temporary(String reason, @Nullable Instant notBefore) implements DeliveryResult {}

    /** Never: a person must decide what to do. The reason is Russian and is shown to staff. */
    record Permanent(String reason) implements DeliveryResult {}
}
