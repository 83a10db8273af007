package ru.mcu.channel.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;

/** Which letters belong together. A thread is one author's: whoever else writes in it is an author of his own. */
@Component
class MailThreads {

    private final JdbcClient jdbc;

    MailThreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The conversation of a letter.
     *
     * @param ownId names the thread when nothing is known of the letters it refers to
     */
    String conversation(List<String> references, String ownId, String address) {
        String root = references.stream()
                .flatMap(reference -> root(reference).stream())
                .findFirst()
                .orElse(ownId);
        return root + "|" + Hashes.sha256(address.toLowerCase(Locale.ROOT)).substring(0, 16);
    }

    /** Whether this letter left our outbox. */
    Optional<UUID> sent(OwnLetterId letter) {
        return jdbc.sql("""
                select reference from mcu.outbox
                where reference = :reference and channel = :channel and external_id = :id limit 1""")
                .param("reference", letter.reference())
                .param("channel", Channel.MAIL.code())
                .param("id", letter.value())
                .query(UUID.class)
                .optional();
    }

    private Optional<String> root(String reference) {
        return OwnLetterId.parse(reference)
                .flatMap(this::answered)
                .or(() -> received(reference))
                .map(conversation -> conversation.substring(0, conversation.lastIndexOf('|')));
    }

    private Optional<String> received(String messageId) {
        return jdbc.sql("""
                select conversation from mcu.inbound_item
                where channel = :channel and external_id = :id and conversation is not null""")
                .param("channel", Channel.MAIL.code())
                .param("id", messageId)
                .query(String.class)
                .optional();
    }

    private Optional<String> answered(OwnLetterId letter) {
        return sent(letter).flatMap(publication -> jdbc.sql("""
                        select i.conversation from mcu.publication p
                        join mcu.inbound_item i on i.message_id = p.message_id
                        where p.id = :publication and i.channel = :channel and i.conversation is not null
                        order by i.id limit 1""")
                .param("publication", publication)
                .param("channel", Channel.MAIL.code())
                .query(String.class)
                .optional());
    }
}
