package ru.mcu.channel.telegram;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.mcu.channel.BotCommands;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.InboundAdapter;
import ru.mcu.channel.InboundMessage;
import ru.mcu.channel.RemoteFile;
import ru.mcu.channel.telegram.TelegramUpdate.Chat;
import ru.mcu.channel.telegram.TelegramUpdate.Contact;
import ru.mcu.channel.telegram.TelegramUpdate.Message;
import ru.mcu.channel.telegram.TelegramUpdate.Press;
import ru.mcu.channel.telegram.TelegramUpdate.User;
import ru.mcu.channel.telegram.TelegramUpdate.Venue;
import ru.mcu.platform.Channel;

/** Understands updates of the Bot API. */
@Component
class TelegramInbound implements InboundAdapter {

    private static final Pattern MARK = Pattern.compile("mark:([A-Za-z0-9_-]{20,60}):([1-5])");
    private static final Pattern COMMAND = Pattern.compile("/start(@\\w+)?(\\s.*)?|/\\w+(@\\w+)?", Pattern.DOTALL);

    private final TelegramAddressing addressing;
    private final ObjectProvider<BotCommands> commands;

    TelegramInbound(TelegramSettings settings, ObjectProvider<BotCommands> commands) {
        this.addressing = new TelegramAddressing(settings);
        this.commands = commands;
    }

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public List<Inbound> read(byte[] body) {
        TelegramUpdate update = update(body);
        if (update.message() != null) {
            return message(update.message());
        }
        if (update.editedMessage() != null) {
            return List.of(edit(update.updateId(), update.editedMessage()));
        }
        if (update.callbackQuery() != null) {
            return List.of(press(update.callbackQuery()));
        }
        return nothing("Служебное событие");
    }

    /** The press as a mark: only the author may rate, though anybody in a group can press. */
    static Inbound press(Press press) {
        Matcher mark = MARK.matcher(press.data() == null ? "" : press.data());
        if (!mark.matches()) {
            return new Inbound.Nothing("Нажата чужая кнопка");
        }
        Message invitation = press.message();
        Message rated = invitation == null ? null : invitation.replyToMessage();
        boolean alone = invitation != null
                && invitation.chat() != null
                && invitation.chat().isPrivate();
        boolean author = press.from() != null
                && rated != null
                && rated.from() != null
                && rated.from().id() == press.from().id();
        return alone || author
                ? new Inbound.Mark(Channel.TELEGRAM, mark.group(1), Integer.parseInt(mark.group(2)))
                : new Inbound.Nothing("Оценку поставил не автор сообщения");
    }

    private List<Inbound> message(Message message) {
        Chat chat = message.chat();
        User author = message.from();
        if (chat == null) {
            throw new Unreadable("У сообщения нет чата");
        }
        String objection = addressing.objection(chat, message);
        if (objection != null || author == null) {
            return nothing(objection);
        }
        if (chat.isPrivate() && isCommand(chat, message.words())) {
            return nothing("Команда боту");
        }
        List<RemoteFile> files = TelegramFiles.of(message);
        String text = text(message);
        if (text.isBlank() && files.isEmpty()) {
            return nothing("Ни текста, ни вложения");
        }
        List<Inbound> all = new ArrayList<>();
        all.add(new InboundMessage(
                Channel.TELEGRAM,
                externalId(chat, message),
                conversation(chat, message, author),
                TelegramThread.of(chat, message).toString(),
                link(chat, message, author),
                new InboundMessage.Author(author.name(), TelegramLinks.author(author), null),
                text,
                place(message),
                files,
                Instant.ofEpochSecond(message.date())));
        if (message.mediaGroupId() != null && !text.isBlank()) {
            // the parts of an album come one by one, and any of them may hold the words
            all.add(new Inbound.Edit(
                    Channel.TELEGRAM,
                    externalId(chat, message),
                    "caption-" + message.messageId(),
                    text,
                    Instant.ofEpochSecond(message.date())));
        }
        return all;
    }

    private Inbound edit(long updateId, Message message) {
        Chat chat = message.chat();
        if (chat == null) {
            throw new Unreadable("У сообщения нет чата");
        }
        if (message.words().isBlank()) {
            return new Inbound.Nothing("Изменён не текст");
        }
        long at = message.editDate() == null ? message.date() : message.editDate();
        return new Inbound.Edit(
                Channel.TELEGRAM,
                externalId(chat, message),
                "edit-" + updateId,
                message.words(),
                Instant.ofEpochSecond(at));
    }

    private boolean isCommand(Chat chat, String words) {
        return words.startsWith("/")
                && (commands.stream().anyMatch(it -> it.take(channel(), chat.id(), words))
                        || COMMAND.matcher(words.strip()).matches());
    }

    private static String externalId(Chat chat, Message message) {
        return message.mediaGroupId() == null
                ? chat.id() + ":" + message.messageId()
                : chat.id() + ":album:" + message.mediaGroupId();
    }

    /** A private chat, the author's part of a thread; small groups have no threads, so there it is the author. */
    private static String conversation(Chat chat, Message message, User author) {
        if (chat.isPrivate()) {
            return Long.toString(chat.id());
        }
        if ("group".equals(chat.type())) {
            return chat.id() + ":" + author.id();
        }
        return chat.id() + ":" + root(message) + ":" + author.id();
    }

    private static long root(Message message) {
        if (message.messageThreadId() != null) {
            return message.messageThreadId();
        }
        Message repliedTo = message.replyToMessage();
        return repliedTo == null ? message.messageId() : repliedTo.messageId();
    }

    private static @Nullable String link(Chat chat, Message message, User author) {
        return chat.isPrivate() && author.username() != null
                ? "https://t.me/" + author.username()
                : TelegramLinks.message(chat, message.messageId());
    }

    private static String text(Message message) {
        Contact contact = message.contact();
        if (message.words().isBlank() && contact != null && contact.phoneNumber() != null) {
            return "Телефон: " + contact.phoneNumber();
        }
        String place = place(message);
        return message.words().isBlank() && place != null ? "Место на карте: " + place : message.words();
    }

    private static @Nullable String place(Message message) {
        Venue venue = message.venue();
        if (venue != null && venue.address() != null) {
            return venue.title() == null ? venue.address() : venue.title() + ", " + venue.address();
        }
        return message.location() == null
                ? null
                : message.location().latitude() + ", " + message.location().longitude();
    }

    private static TelegramUpdate update(byte[] body) {
        try {
            return TelegramUpdate.JSON.readValue(body, TelegramUpdate.class);
        } catch (IOException e) {
            throw new Unreadable("Событие устроено не так, как описано в Bot API");
        }
    }

    private static List<Inbound> nothing(@Nullable String reason) {
        return List.of(new Inbound.Nothing(reason));
    }
}
