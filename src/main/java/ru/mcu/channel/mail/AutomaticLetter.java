package ru.mcu.channel.mail;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters that no person wrote: they must never become messages, nor be answered (RFC 3834, RFC 3464). */
final class AutomaticLetter {

    private static final Set<String> SERVERS = Set.of("mailer-daemon", "postmaster", "mail-daemon");
    private static final Set<String> BULK = Set.of("bulk", "junk", "list", "auto_reply");

    private AutomaticLetter() {}

    /** The reason in Russian, null for a person's letter. */
    static @Nullable String reason(LetterHeaders headers, Letter.@Nullable Sender from) {
        if (isReport(headers, from)) {
            return "Уведомление почтового сервера";
        }
        String submitted = lower(headers, "auto-submitted");
        if (!submitted.isEmpty() && !submitted.startsWith("no")) {
            return "Автоответ";
        }
        if (headers.has("x-autoreply") || headers.has("x-autorespond") || headers.has("x-autoresponder")) {
            return "Автоответ";
        }
        return BULK.contains(lower(headers, "precedence")) ? "Рассылка" : null;
    }

    static boolean isReport(LetterHeaders headers, Letter.@Nullable Sender from) {
        return lower(headers, "content-type").startsWith("multipart/report")
                || lower(headers, "return-path").replace(" ", "").equals("<>")
                || from != null && SERVERS.contains(localPart(from.address()));
    }

    private static String localPart(String address) {
        return address.substring(0, address.indexOf('@')).toLowerCase(Locale.ROOT);
    }

    private static String lower(LetterHeaders headers, String name) {
        return headers.ascii(name).toLowerCase(Locale.ROOT);
    }
}
