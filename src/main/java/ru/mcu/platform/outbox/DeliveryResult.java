package ru.mcu.platform.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a channel said to a delivery. */
public sealed interface DeliveryResult {

    /** It is there; with a link and the channel's own id where there are any. */
    record Delivered(@Nullable String link, @Nullable String externalId) implements DeliveryResult {}

    /**
     * Not now: try again, not before the time the channel named.
     *
     * @param maybeArrived the text may be there although the channel did not say so
     */
    record Temporary(String reason, @Nullable Instant notBefore, boolean maybeArrived) implements DeliveryResult {

        /** The text surely did not arrive. */
        public Temporary(String reason, @Nullable Instant notBefore) {
            this(reason, notBefore, false);
        }
    }

    /** Never: a person must decide what to do. The reason is Russian and is shown to staff. */
    record Permanent(String reason) implements DeliveryResult {}
}
