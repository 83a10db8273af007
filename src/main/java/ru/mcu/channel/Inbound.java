package ru.mcu.channel;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.platform.Channel;

/** What a channel's event means to us. */
public sealed interface Inbound
        permits InboundMessage, Inbound.Edit, Inbound.Deletion, Inbound.Mark, Inbound.Undelivered, Inbound.Nothing {

    /** The author changed what he wrote; {@code editId} tells one change from the next. */
    record Edit(Channel channel, String externalId, String editId, String text, Instant at) implements Inbound {}

    /** The author took back what he wrote. */
    record Deletion(Channel channel, String externalId, Instant at) implements Inbound {}

    /** The author pressed a button of the survey. */
    record Mark(Channel channel, String surveyToken, int mark) implements Inbound {}

    /**
     * What we sent came back, although the channel had taken it.
     *
     * @param reference of the delivery, such as a publication
     */
    record Undelivered(Channel channel, UUID reference, String reason) implements Inbound {}

    /** Nothing for us: our own text, a like, a service event; the reason is Russian and kept for a look. */
    record Nothing(@Nullable String reason) implements Inbound {}
}
