package ru.mcu.channel.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.InboundAdapter;
import ru.mcu.channel.InboundMessage;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;

/** Reads citizens' letters; letters of programs, ours among them, stay without consequences. */
@Component
class MailInbound implements InboundAdapter {

    private final MailThreads threads;
    private final MailSettings settings;
    private final Clock clock;

    MailInbound(MailThreads threads, MailSettings settings, Clock clock) {
        this.threads = threads;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public List<Inbound> read(byte[] body) {
        Letter letter = LetterReader.read(body);
        if (isOurs(letter)) {
            return List.of(new Inbound.Nothing("Копия нашего собственного письма"));
        }
        if (letter.report() != null) {
            return List.of(returned(letter.report()).orElseGet(() -> new Inbound.Nothing(letter.automatic())));
        }
        if (letter.automatic() != null) {
            return List.of(new Inbound.Nothing(letter.automatic()));
        }
        if (letter.text().isBlank() && letter.files().isEmpty()) {
            return List.of(new Inbound.Nothing("Пустое письмо"));
        }
        return List.of(message(letter, body));
    }

    private boolean isOurs(Letter letter) {
        Letter.Sender from = letter.from();
        return from != null && from.address().equalsIgnoreCase(settings.from());
    }

    /** A server tells that a letter of ours did not arrive; what is only late or arrived says nothing new. */
    private Optional<Inbound> returned(String report) {
        String lower = report.toLowerCase(Locale.ROOT);
        boolean says = lower.contains("\naction:") || lower.startsWith("action:");
        if (says && !lower.contains("action: failed")) {
            return Optional.empty();
        }
        return OwnLetterId.in(report).stream()
                .flatMap(id -> threads.sent(id).stream())
                .findFirst()
                .map(reference -> new Inbound.Undelivered(
                        Channel.MAIL,
                        reference,
                        "Почтовый сервер автора вернул письмо: проверьте адрес и свяжитесь с автором иначе."));
    }

    private InboundMessage message(Letter letter, byte[] body) {
        String id = letter.messageId() == null ? "<" + Inbox.contentKey(body) + "@without-id>" : letter.messageId();
        Letter.Sender from = letter.from();
        String address = from == null ? "" : from.address();
        return new InboundMessage(
                Channel.MAIL,
                id,
                threads.conversation(letter.references(), id, address),
                id,
                null,
                author(from, letter.answerTo()),
                letter.text(),
                null,
                List.of(),
                LetterReader.writtenAt(letter, clock.instant()),
                letter.files(),
                letter.original());
    }

    private static InboundMessage.Author author(Letter.@Nullable Sender from, @Nullable String answerTo) {
        return from == null
                ? new InboundMessage.Author(null, null, answerTo)
                : new InboundMessage.Author(
                        from.name(), "mailto:" + from.address().toLowerCase(Locale.ROOT), answerTo);
    }
}
