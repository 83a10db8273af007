package ru.mcu.channel.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands a letter: who wrote, what is new in it, what came with it, whether a person wrote it at all. */
final class LetterReader {

    /** Longer letters are registered with their beginning; the whole stays in the mailbox. */
    private static final int LONGEST = 90_000;

    private static final Pattern REPLY = Pattern.compile("(?iu)^\\s*(re|ответ|отв|aw)(\\[\\d+])?\\s*:.*");

    private LetterReader() {}

    /** @throws ru.mcu.channel.InboundAdapter.Unreadable when it is built to hurt or has no shape of a letter */
    static Letter read(byte[] raw) {
        LetterParts parts = LetterParts.of(raw);
        LetterHeaders headers = parts.headers();
        String charset = headerCharset(headers, parts);
        Letter.Sender from = headers.sender("from", charset);
        Letter.Sender replyTo = headers.sender("reply-to", charset);
        List<String> references = references(headers);
        String subject = headers.text("subject", charset);
        boolean reply = !references.isEmpty() || REPLY.matcher(subject).matches();
        String all = join(parts.texts(false));
        String own = reply ? join(parts.texts(true)) : all;
        String text = withSubject(subject, own, reply);
        String original = own.equals(all) ? null : shortened(all);
        List<String> ids = headers.ids("message-id");
        String automatic = AutomaticLetter.reason(headers, from);
        return new Letter(
                ids.isEmpty() ? null : ids.get(0),
                from,
                replyTo != null ? replyTo.address() : from == null ? null : from.address(),
                headers.date(),
                references,
                shortened(text),
                original,
                parts.files(),
                automatic,
                AutomaticLetter.isReport(headers, from) ? parts.report() + "\n" + all : null);
    }

    /** Lines of the header may be raw bytes; then the letter's own words tell the encoding, or a guess does. */
    private static @Nullable String headerCharset(LetterHeaders headers, LetterParts parts) {
        String declared = parts.headerCharset();
        if (declared != null) {
            return declared;
        }
        byte[] lines = headers.bytes("subject", "from");
        byte[] words = parts.firstText();
        byte[] both = java.util.Arrays.copyOf(lines, lines.length + words.length);
        System.arraycopy(words, 0, both, lines.length, words.length);
        return LetterCharset.guess(both).name();
    }

    private static List<String> references(LetterHeaders headers) {
        Set<String> nearestFirst = new LinkedHashSet<>(headers.ids("in-reply-to"));
        List<String> chain = new ArrayList<>(headers.ids("references"));
        Collections.reverse(chain);
        nearestFirst.addAll(chain);
        return List.copyOf(nearestFirst);
    }

    private static String join(List<String> texts) {
        return texts.stream().filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** People put half of their matter into the subject, unless they answer. */
    private static String withSubject(String subject, String text, boolean reply) {
        String line = subject.strip();
        if (line.isEmpty() || reply && !text.isBlank() || text.startsWith(line)) {
            return text;
        }
        return text.isBlank() ? line : line + "\n\n" + text;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "…\n(Письмо длиннее, целиком оно в почтовом ящике.)";
    }

    /** When the letter was written; what lies in the future or is missing counts as now. */
    static Instant writtenAt(Letter letter, Instant now) {
        return letter.sentAt() == null || letter.sentAt().isAfter(now) ? now : letter.sentAt();
    }
}
