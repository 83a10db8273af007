package ru.mcu.platform.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Channel;

/**
 * A frozen text on its way to a citizen.
 *
 * @param reference what is delivered in the sender's own terms, such as a publication
 * @param recipient an address, where the channel needs one
 * @param thread what it answers: a post, a comment, a Message-ID
 * @param idempotencyKey the same for every attempt
 */
public record Delivery(
        UUID reference,
        Channel channel,
        @Nullable String recipient,
        @Nullable String thread,
        @Nullable String subject,
        String body,
        String idempotencyKey) {}
