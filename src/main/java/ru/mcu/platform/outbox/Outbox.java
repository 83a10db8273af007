package ru.mcu.platform.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
    private final ChoicesJson choices;
    private final Map<String, DeliveryChannel> channels = new LinkedHashMap<>();

    Outbox(
            JdbcClient jdbc,
            Clock clock,
            ChoicesJson choices,
            List<DeliveryChannel> channels,
            List<ConfiguredChannels> configured) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.choices = choices;
        Stream.concat(channels.stream(), configured.stream().flatMap(some -> some.channels().stream()))
                .forEach(this::add);
    }

    private void add(DeliveryChannel channel) {
        if (this.channels.put(channel.code(), channel) != null) {
            throw new IllegalStateException("two ways out are named " + channel.code());
        }
    }

    /** Whether answers to this channel go out by themselves. */
    public boolean delivers(Channel channel) {
        return delivers(channel.code());
    }

    /** Whether this way out is connected. */
    public boolean delivers(String carrier) {
        return channel(carrier).filter(DeliveryChannel::connected).isPresent();
    }

    /** Enqueues a delivery; a second one with the same key is ignored. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Delivery delivery) {
        put(delivery, clock.instant());
    }

    /** Enqueues a delivery that must not leave before the given moment. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(Delivery delivery, Instant notBefore) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into mcu.outbox (id, channel, idempotency_key, reference, subject, body, recipient, thread,
                                        choices, lane, content_hash, status, next_attempt_at, created_at)
                values (:id, :channel, :key, :reference, :subject, :body, :recipient, :thread,
                        cast(:choices as jsonb), :lane, :hash, 'WAITING', :next, :now)
                on conflict (idempotency_key) do nothing""")
                .param("id", Ids.next())
                .param("channel", delivery.carrier())
                .param("key", delivery.idempotencyKey())
                .param("reference", delivery.reference())
                .param("subject", delivery.subject())
                .param("body", delivery.body())
                .param("recipient", delivery.recipient())
                .param("thread", delivery.thread())
                .param("choices", choices.write(delivery.choices()))
                .param(
                        "lane",
                        channel(delivery.carrier()).map(it -> it.lane(delivery)).orElse(null))
                .param("hash", Hashes.sha256(delivery.body()))
                .param("next", OffsetDateTime.ofInstant(notBefore, ZoneOffset.UTC))
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

    Optional<DeliveryChannel> channel(String carrier) {
        return Optional.ofNullable(channels.get(carrier));
    }

    Collection<DeliveryChannel> channels() {
        return channels.values();
    }
}
