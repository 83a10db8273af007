package ru.mcu.channel.mail;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.outbox.Delivery;

/**
 * The Message-ID of a letter of ours: the same for every attempt, so that mail programs show a repeated letter once,
 * and it names what was delivered, so that replies and returned letters find their way back.
 */
record OwnLetterId(UUID reference, String value) {

    private static final Pattern OWN = Pattern.compile("<[0-9a-f]{32}\\.([0-9a-f]{32})@[^<>\\s]{1,200}>");

    static OwnLetterId of(Delivery delivery, String from) {
        UUID reference = delivery.reference();
        String hex = HexFormat.of()
                .formatHex(ByteBuffer.allocate(16)
                        .putLong(reference.getMostSignificantBits())
                        .putLong(reference.getLeastSignificantBits())
                        .array());
        String key = Hashes.sha256(delivery.idempotencyKey()).substring(0, 32);
        String domain = from.substring(from.lastIndexOf('@') + 1);
        return new OwnLetterId(reference, "<" + key + "." + hex + "@" + domain + ">");
    }

    /** A Message-ID that looks like one of ours; whether we really sent it only the outbox knows. */
    static Optional<OwnLetterId> parse(String messageId) {
        Matcher own = OWN.matcher(messageId);
        return own.matches() ? Optional.of(new OwnLetterId(uuid(own.group(1)), messageId)) : Optional.empty();
    }

    /** All that occur in a text. */
    static List<OwnLetterId> in(String text) {
        return OWN.matcher(text)
                .results()
                .limit(20)
                .map(it -> new OwnLetterId(uuid(it.group(1)), it.group()))
                .toList();
    }

    private static UUID uuid(String hex) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
