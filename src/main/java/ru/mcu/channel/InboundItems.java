package ru.mcu.channel;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;

/** Every comment, letter and dialogue line, with the message it belongs to. */
@Repository
class InboundItems {

    private final JdbcClient jdbc;

    InboundItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param first whether the message began with it */
    record Item(long id, UUID messageId, boolean first) {}

    Optional<Item> find(Channel channel, String externalId) {
        return jdbc.sql("""
                select id, message_id, first from mcu.inbound_item
                where channel = :channel and external_id = :external""")
                .param("channel", channel.code())
                .param("external", externalId)
                .query((row, number) ->
                        new Item(row.getLong("id"), row.getObject("message_id", UUID.class), row.getBoolean("first")))
                .optional();
    }

    /** The message to which the author's last words in this thread belong. */
    Optional<UUID> latestOf(Channel channel, @Nullable String conversation) {
        if (conversation == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select message_id from mcu.inbound_item where channel = :channel and conversation = :conversation
                order by id desc limit 1""")
                .param("channel", channel.code())
                .param("conversation", conversation)
                .query(UUID.class)
                .optional();
    }

    void add(InboundMessage incoming, UUID messageId, boolean first) {
        jdbc.sql("""
                insert into mcu.inbound_item (channel, external_id, conversation, message_id, first, text_hash, at)
                values (:channel, :external, :conversation, :message, :first, :hash, :at)""")
                .param("channel", incoming.channel().code())
                .param("external", incoming.externalId())
                .param("conversation", incoming.conversation())
                .param("message", messageId)
                .param("first", first)
                .param("hash", Hashes.sha256(incoming.text()))
                .param("at", OffsetDateTime.ofInstant(incoming.writtenAt(), ZoneOffset.UTC))
                .update();
    }

    /** False when the text is what we know already: channels report likes and link previews as edits. */
    boolean changeText(Item item, String textHash) {
        return jdbc.sql("update mcu.inbound_item set text_hash = :hash where id = :id and text_hash <> :hash")
                        .param("hash", textHash)
                        .param("id", item.id())
                        .update()
                == 1;
    }
}
