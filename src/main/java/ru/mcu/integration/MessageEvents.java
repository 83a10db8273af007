package ru.mcu.integration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import ru.mcu.message.MessageFacts;
import ru.mcu.message.MilestoneReached;
import ru.mcu.message.PublicFacts;
import ru.mcu.platform.Ids;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.Outbox;

/** Puts an event for each subscriber that wants it into the outbox, in the transaction of what happened. */
@Component
class MessageEvents {

    private final Webhooks webhooks;
    private final MessageFacts facts;
    private final Outbox outbox;
    private final ObjectMapper json;

    MessageEvents(Webhooks webhooks, MessageFacts facts, Outbox outbox, ObjectMapper json) {
        this.webhooks = webhooks;
        this.facts = facts;
        this.outbox = outbox;
        this.json = json;
    }

    @EventListener
    void on(MilestoneReached reached) {
        List<WebhookChannel> interested = webhooks.all().stream()
                .filter(channel -> channel.subscriber().wants(reached.milestone()))
                .toList();
        if (interested.isEmpty()) {
            return;
        }
        String type = "message." + reached.milestone().code();
        PublicFacts message = facts.publicFacts(reached.messageId());
        for (WebhookChannel channel : interested) {
            UUID id = Ids.next();
            String body = write(new Event(id, type, reached.at(), message));
            outbox.put(new Delivery(id, channel.code(), null, null, type, body, List.of(), channel.code() + "-" + id));
        }
    }

    private String write(Event event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a subscriber gets. */
    private record Event(UUID id, String type, Instant at, PublicFacts message) {}
}
