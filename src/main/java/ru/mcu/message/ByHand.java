package ru.mcu.message;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Registers what a citizen said or handed over; implemented where the registration process is started. */
public interface ByHand {

    /** @throws ru.mcu.platform.Refused 403 when the user may not register messages */
    Registered register(Call call);

    /** What the operator wrote down. */
    record Call(
            String channel,
            @Nullable String authorName,
            @Nullable String authorContact,
            boolean anonymous,
            String text,
            @Nullable String place,
            @Nullable String district,
            @Nullable String regime,
            @Nullable Instant receivedAt) {}
}
