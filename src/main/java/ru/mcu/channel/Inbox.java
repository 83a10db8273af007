package ru.mcu.channel;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;

/**
 * Keeps what channels send, as they sent it, in one statement: a webhook has to answer within seconds, and what is kept
 * cannot get lost. {@link InboxWorker} understands it afterwards.
 */
@Service
public class Inbox {

    private static final int MOST_KEPT = 1024 * 1024;

    /** What strangers may leave in one channel; the first ones tell enough. */
    private static final int MOST_POISON = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps an event; a repetition of the same key changes nothing.
     *
     * @param key what the channel tells its events apart by; the content itself ({@link #contentKey}) where it has none
     */
    public void put(Channel channel, String key, byte[] body) {
        insert(channel, key, body, "WAITING", null);
    }

    /**
     * Keeps what cannot be an event of this channel, for the administrator to look at; nobody will process it. No more
     * than a thousand of a channel: anybody can send rubbish.
     */
    public void poison(Channel channel, byte[] body, String reason) {
        byte[] kept = body.length > MOST_KEPT ? Arrays.copyOf(body, MOST_KEPT) : body;
        insert(channel, "poison-" + contentKey(kept), kept, "POISON", reason);
    }

    /** A key for channels without any of their own: the same bytes are the same event. */
    public static String contentKey(byte[] body) {
        return Hashes.sha256(new String(body, StandardCharsets.ISO_8859_1));
    }

    private void insert(Channel channel, String key, byte[] body, String status, @Nullable String note) {
        jdbc.sql("""
                insert into mcu.inbound_event (channel, event_key, body, received_at, next_attempt_at, status, note)
                select :channel, :key, :body, :now, :now, :status, :note
                where :status <> 'POISON' or (select count(*) from (
                    select 1 from mcu.inbound_event where channel = :channel and status = 'POISON' limit :most) kept) < :most
                on conflict (channel, event_key) do nothing""")
                .param("most", MOST_POISON)
                .param("channel", channel.code())
                .param("key", key.length() > 200 ? Hashes.sha256(key) : key)
                .param("body", body)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("status", status)
                .param("note", note)
                .update();
    }
}
