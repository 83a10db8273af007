package ru.mcu.channel.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The mailbox that citizens write to.
 *
 * @param host without it letters are not read
 * @param folder where letters arrive
 * @param processed where letters go when they are taken; without it they stay and are marked as seen, and then nobody
 *     else may read this mailbox
 * @param maxSize larger letters are never loaded
 * @param poll how often to look, also while the server tells of new letters itself
 * @param idle whether to let the server tell
 * @param timeout how long to wait for the server
 */
record ImapSettings(
        @Nullable String host,
        @DefaultValue("993") int port,
        @DefaultValue("true") boolean ssl,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("INBOX") String folder,
        @Nullable String processed,
        @DefaultValue("25MB") DataSize maxSize,
        @DefaultValue("1m") Duration poll,
        @DefaultValue("true") boolean idle,
        @DefaultValue("20s") Duration timeout) {

    boolean connected() {
        return host != null && !host.isBlank();
    }

    boolean moves() {
        return processed != null && !processed.isBlank();
    }

    /** Passwords do not belong into logs. */
    @Override
    public String toString() {
        return "ImapSettings[" + host + ":" + port + "]";
    }
}
