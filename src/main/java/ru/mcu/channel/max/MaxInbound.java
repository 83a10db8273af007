package ru.mcu.channel.max;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import ru.max.bot.BotStartedUpdate;
import ru.max.bot.ChatType;
import ru.max.bot.LinkedMessage;
import ru.max.bot.Message;
import ru.max.bot.MessageBody;
import ru.max.bot.MessageCallbackUpdate;
import ru.max.bot.MessageCreatedUpdate;
import ru.max.bot.MessageEditedUpdate;
import ru.max.bot.MessageLinkType;
import ru.max.bot.MessageRemovedUpdate;
import ru.max.bot.Recipient;
import ru.max.bot.Update;
import ru.max.bot.User;
import ru.mcu.channel.BotCommands;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.InboundAdapter;
import ru.mcu.channel.InboundMessage;
import ru.mcu.channel.RemoteFile;
import ru.mcu.platform.Channel;

/** Understands events of MAX. */
@Component
class MaxInbound implements InboundAdapter {

    private static final Pattern MARK = Pattern.compile("mark:([A-Za-z0-9_-]{20,60}):([1-5])");
    private static final Pattern COMMAND = Pattern.compile("/start(\\s.*)?|/\\w+", Pattern.DOTALL);

    private final MaxSettings settings;
    private final ObjectProvider<BotCommands> commands;

    MaxInbound(MaxSettings settings, ObjectProvider<BotCommands> commands) {
        this.settings = settings;
        this.commands = commands;
    }

    @Override
    public Channel channel() {
        return Channel.MAX;
    }

    @Override
    public List<Inbound> read(byte[] body) {
        return List.of(inbound(update(body)));
    }

    static @Nullable Update update(byte[] body) {
        try {
            return MaxClient.JSON.readValue(body, Update.class);
        } catch (IOException e) {
            throw new Unreadable("Событие устроено не так, как описано в API МАХ");
        }
    }

    private Inbound inbound(@Nullable Update update) {
        if (update instanceof MessageCreatedUpdate created) {
            return message(created.getMessage());
        }
        if (update instanceof MessageEditedUpdate edited) {
            return edit(edited);
        }
        if (update instanceof MessageRemovedUpdate removed && removed.getMessageId() != null) {
            return new Inbound.Deletion(Channel.MAX, removed.getMessageId(), at(removed.getTimestamp()));
        }
        if (update instanceof MessageCallbackUpdate press) {
            return press(press);
        }
        if (update instanceof BotStartedUpdate started) {
            return started(started);
        }
        return new Inbound.Nothing("Служебное событие");
    }

    /** The press as a mark: only the author may rate, though anybody in a chat can press. */
    static Inbound press(MessageCallbackUpdate update) {
        String data = update.getCallback() == null ? null : update.getCallback().getPayload();
        Matcher mark = MARK.matcher(data == null ? "" : data);
        if (!mark.matches()) {
            return new Inbound.Nothing("Нажата чужая кнопка");
        }
        Message invitation = update.getMessage();
        boolean alone = invitation != null && type(invitation) == ChatType.DIALOG;
        LinkedMessage rated = invitation == null ? null : invitation.getLink();
        User presser = update.getCallback().getUser();
        boolean author = rated != null
                && rated.getSender() != null
                && presser != null
                && presser.getUserId() != null
                && presser.getUserId().equals(rated.getSender().getUserId());
        return alone || author
                ? new Inbound.Mark(Channel.MAX, mark.group(1), Integer.parseInt(mark.group(2)))
                : new Inbound.Nothing("Оценку поставил не автор сообщения");
    }

    private Inbound message(@Nullable Message message) {
        if (message == null
                || message.getBody() == null
                || message.getBody().getMid() == null
                || message.getRecipient() == null) {
            throw new Unreadable("У сообщения нет номера или чата");
        }
        User author = message.getSender();
        String objection = objection(message);
        if (objection != null || author == null) {
            return new Inbound.Nothing(objection);
        }
        boolean dialogue = type(message) == ChatType.DIALOG;
        MaxThread thread = thread(message, author);
        String text = text(message);
        if (dialogue && thread.chat() != null && isCommand(thread.chat(), text)) {
            return new Inbound.Nothing("Команда боту");
        }
        List<RemoteFile> files = files(message);
        if (text.isBlank() && files.isEmpty()) {
            return new Inbound.Nothing("Ни текста, ни вложения");
        }
        return new InboundMessage(
                Channel.MAX,
                message.getBody().getMid(),
                dialogue ? thread.lane() : thread.lane() + ":" + author.getUserId(),
                thread.toString(),
                message.getUrl(),
                new InboundMessage.Author(name(author), "max://user/" + author.getUserId(), null),
                text,
                MaxFiles.place(message.getBody()),
                files,
                at(message.getTimestamp()));
    }

    /** Why this is not a citizen's message to the city, in Russian; null when it is one. */
    private @Nullable String objection(Message message) {
        User author = message.getSender();
        if (type(message) == ChatType.CHANNEL) {
            return "Запись в канале";
        }
        if (author == null || author.getUserId() == null || Boolean.TRUE.equals(author.getIsBot())) {
            return "Пишет бот или сам канал";
        }
        return type(message) == ChatType.DIALOG || isReplyToBot(message) || namesBot(message)
                ? null
                : "Разговор в чате не с нами";
    }

    private boolean isReplyToBot(Message message) {
        LinkedMessage link = message.getLink();
        return link != null
                && link.getType() == MessageLinkType.REPLY
                && link.getSender() != null
                && !settings.botName().isBlank()
                && settings.botName().equalsIgnoreCase(link.getSender().getUsername());
    }

    private boolean namesBot(Message message) {
        String text = message.getBody().getText();
        return text != null
                && !settings.botName().isBlank()
                && Pattern.compile(
                                "@" + Pattern.quote(settings.botName()) + "(?!\\w)",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .find();
    }

    private static Inbound edit(MessageEditedUpdate update) {
        Message message = update.getMessage();
        if (message == null || message.getBody() == null || message.getBody().getMid() == null) {
            throw new Unreadable("У сообщения нет номера");
        }
        String text = message.getBody().getText();
        if (text == null || text.isBlank()) {
            return new Inbound.Nothing("Изменён не текст");
        }
        Instant at = at(update.getTimestamp());
        return new Inbound.Edit(
                Channel.MAX,
                message.getBody().getMid(),
                "edit-" + message.getBody().getMid() + "-" + at.toEpochMilli(),
                text,
                at);
    }

    private Inbound started(BotStartedUpdate update) {
        if (update.getChatId() != null && update.getPayload() != null) {
            String command = "/start " + update.getPayload();
            commands.forEach(taker -> taker.take(Channel.MAX, update.getChatId(), command));
        }
        return new Inbound.Nothing("Команда боту");
    }

    private boolean isCommand(long chat, String text) {
        return text.startsWith("/")
                && (commands.stream().anyMatch(taker -> taker.take(Channel.MAX, chat, text))
                        || COMMAND.matcher(text.strip()).matches());
    }

    private static MaxThread thread(Message message, User author) {
        Recipient to = message.getRecipient();
        String mid = message.getBody().getMid();
        return to.getChatId() != null
                ? new MaxThread(to.getChatId(), null, mid)
                : new MaxThread(null, author.getUserId(), mid);
    }

    /** The author's own words; what he forwarded counts as well. */
    private static String text(Message message) {
        List<String> parts = new ArrayList<>();
        for (MessageBody body : bodies(message)) {
            if (body.getText() != null && !body.getText().isBlank()) {
                parts.add(body.getText());
            }
        }
        String place = MaxFiles.place(message.getBody());
        return parts.isEmpty() && place != null ? "Место на карте: " + place : String.join("\n\n", parts);
    }

    private static List<RemoteFile> files(Message message) {
        return bodies(message).stream()
                .flatMap(body -> MaxFiles.of(body).stream())
                .toList();
    }

    private static List<MessageBody> bodies(Message message) {
        LinkedMessage link = message.getLink();
        return link != null && link.getType() == MessageLinkType.FORWARD && link.getMessage() != null
                ? List.of(message.getBody(), link.getMessage())
                : List.of(message.getBody());
    }

    private static @Nullable ChatType type(Message message) {
        return message.getRecipient() == null ? null : message.getRecipient().getChatType();
    }

    private static @Nullable String name(User author) {
        String name = ((author.getFirstName() == null ? "" : author.getFirstName())
                        + " "
                        + (author.getLastName() == null ? "" : author.getLastName()))
                .strip();
        return name.isEmpty() ? author.getName() : name;
    }

    private static Instant at(@Nullable Long millis) {
        if (millis == null) {
            throw new Unreadable("У события нет времени");
        }
        return Instant.ofEpochMilli(millis);
    }
}
