package ru.mcu.platform.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receipts as the outbox keeps them. */
@Repository
class OutboxReceipts implements KnownReceipts {

    private static final Duration LOOKED_AT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxReceipts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean contains(String carrier, String externalId) {
        return jdbc.sql("""
                select exists (select 1 from mcu.outbox where channel = :channel and status = 'DELIVERED'
                               and settled_at > :since and external_id = :external)""")
                .param("channel", carrier)
                .param("since", OffsetDateTime.ofInstant(clock.instant().minus(LOOKED_AT), ZoneOffset.UTC))
                .param("external", externalId)
                .query(Boolean.class)
                .single();
    }
}
