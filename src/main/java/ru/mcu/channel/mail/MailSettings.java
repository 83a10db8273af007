package ru.mcu.channel.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the city writes and reads letters.
 *
 * @param from the address that citizens see and may answer
 * @param archive each letter goes to the city's own mailbox as well, so that one that may have left is looked for
 *     before it is sent again; needs {@code imap}
 * @param imap the mailbox citizens write to
 */
@ConfigurationProperties("mcu.mail")
record MailSettings(
        @DefaultValue("mcu@example.org") String from,
        @DefaultValue("false") boolean archive,
        @DefaultValue ImapSettings imap) {}
