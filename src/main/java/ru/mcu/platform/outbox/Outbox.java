package ru.mcu.platform.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.Ids;

/** Where a decision leaves what must reach a citizen; the row is written in the transaction of the decision. */
@Component
public class Outbox {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<Channel, DeliveryChannel> channels = new EnumMap<>(Channel.class);

    Outbox(JdbcClient jdbc, Clock clock, List<DeliveryChannel> channels) {
        this.jdbc = jdbc;
        this.clock = clock;
        channels.forEach(channel -> this.channels.put(channel.channel(), channel));
    }

    /** Whether answers to this channel go out by themselves. */
    public boolean delivers(Channel channel) {
        return channel(channel).filter(DeliveryChannel::connected).isPresent();
    }

    /** Enqueues a delivery; a second one with the same key is ignored. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Delivery delivery) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into mcu.outbox (id, channel, idempotency_key, reference, subject, body, recipient, thread,
                                        content_hash, status, next_attempt_at, created_at)
                values (:id, :channel, :key, :reference, :subject, :body, :recipient, :thread, :hash, 'WAITING', :now, :now)
                on conflict (idempotency_key) do nothing""")
                .param("id", Ids.next())
                .param("channel", delivery.channel().code())
                .param("key", delivery.idempotencyKey())
                .param("reference", delivery.reference())
                .param("subject", delivery.subject())
                .param("body", delivery.body())
                .param("recipient", delivery.recipient())
                .param("thread", delivery.thread())
                .param("hash", Hashes.sha256(delivery.body()))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    /** Takes back what has not left yet; true when nothing of it can leave any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean withdraw(UUID reference) {
        jdbc.sql("delete from mcu.outbox where reference = :reference and status = 'WAITING'")
                .param("reference", reference)
                .update();
        return jdbc.sql("select count(*) from mcu.outbox where reference = :reference and status <> 'FAILED'")
                        .param("reference", reference)
                        .query(Long.class)
                        .single()
                == 0;
    }

    Optional<DeliveryChannel> channel(Channel channel) {
        return Optional.ofNullable(channels.get(channel));
    }
}
