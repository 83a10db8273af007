package ru.mcu.platform.outbox;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Channel;

/**
 * A frozen text on its way out.
 *
 * @param reference what is delivered in the sender's own terms, such as a publication
 * @param carrier the code of the {@link DeliveryChannel} that takes it
 * @param recipient an address, where the channel needs one
 * @param thread what it answers: a post, a comment, a Message-ID
 * @param choices buttons; a channel without them leaves them out, so the body must do without
 * @param idempotencyKey the same for every attempt
 */
public record Delivery(
        UUID reference,
        String carrier,
        @Nullable String recipient,
        @Nullable String thread,
        @Nullable String subject,
        String body,
        List<Choice> choices,
        String idempotencyKey) {

    /** A text for the channel in which a citizen wrote. */
    public Delivery(
            UUID reference,
            Channel channel,
            @Nullable String recipient,
            @Nullable String thread,
            @Nullable String subject,
            String body,
            String idempotencyKey) {
        this(reference, channel.code(), recipient, thread, subject, body, List.of(), idempotencyKey);
    }

    public Delivery with(List<Choice> buttons) {
        return new Delivery(reference, carrier, recipient, thread, subject, body, buttons, idempotencyKey);
    }
}
