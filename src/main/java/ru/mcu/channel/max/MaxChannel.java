package ru.mcu.channel.max;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.max.bot.ApiException;
import ru.max.bot.AttachmentRequest;
import ru.max.bot.Button;
import ru.max.bot.CallbackButton;
import ru.max.bot.InlineKeyboardAttachmentRequest;
import ru.max.bot.InlineKeyboardAttachmentRequestPayload;
import ru.max.bot.Message;
import ru.max.bot.MessageLinkType;
import ru.max.bot.NewMessageBody;
import ru.max.bot.NewMessageLink;
import ru.max.bot.User;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Choice;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** Answers as the bot, each as a reply to the citizen's own message; looks into the chat before sending again. */
@Component
class MaxChannel implements DeliveryChannel {

    private static final int LONGEST = 4000;
    private static final int LOOKED_AT = 100;
    private static final String UNKNOWN =
            "Неизвестно, дошёл ли ответ: посмотрите в канале, прежде чем публиковать вручную";

    private final MaxSettings settings;
    private final MaxClient client;
    private final Clock clock;

    MaxChannel(MaxSettings settings, MaxClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String code() {
        return Channel.MAX.code();
    }

    @Override
    public String title() {
        return Channel.MAX.title();
    }

    @Override
    public boolean connected() {
        return settings.speaks();
    }

    @Override
    public @Nullable String lane(Delivery delivery) {
        MaxThread thread = thread(delivery);
        return thread == null ? null : thread.lane();
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        MaxThread thread = thread(delivery);
        if (thread == null) {
            return new DeliveryResult.Permanent("Неизвестно, в какой чат МАХ отвечать. Опубликуйте ответ вручную");
        }
        if (delivery.body().length() > LONGEST) {
            return new DeliveryResult.Permanent(
                    "Ответ длиннее " + LONGEST + " знаков, МАХ такой не примет. Сократите его");
        }
        try {
            Message sent = client.messages()
                    .sendMessage(body(delivery, thread), thread.user(), thread.chat(), true)
                    .getMessage();
            return sent == null || sent.getBody() == null
                    ? new DeliveryResult.Temporary(MaxRefusals.SILENT, null, true)
                    : delivered(sent);
        } catch (ApiException e) {
            return MaxRefusals.result(e, clock);
        }
    }

    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        MaxThread thread = thread(delivery);
        if (thread == null || thread.chat() == null) {
            return new DeliveryResult.Permanent(UNKNOWN);
        }
        try {
            List<Message> latest = client.messages()
                    .getMessages(thread.chat(), null, null, null, LOOKED_AT)
                    .getMessages();
            Optional<Message> there = latest.stream()
                    .filter(message -> isOurs(message, thread, delivery.body()))
                    .findFirst();
            if (there.isPresent()) {
                return delivered(there.get());
            }
            return sawAll(latest, thread) ? unsure(deliver(delivery)) : new DeliveryResult.Permanent(UNKNOWN);
        } catch (ApiException e) {
            return MaxRefusals.result(e, clock) instanceof DeliveryResult.Temporary later
                    ? unsure(later)
                    : new DeliveryResult.Permanent(UNKNOWN);
        }
    }

    @Override
    public @Nullable String check() {
        try {
            String name = String.valueOf(client.bots().getMyInfo().getUsername());
            if (!settings.botName().equalsIgnoreCase(name)) {
                return "Бота зовут " + name + ": впишите это имя в mcu.channels.max.bot-name";
            }
            return settings.hears()
                            && client.subscriptions()
                                    .getSubscriptions()
                                    .getSubscriptions()
                                    .isEmpty()
                    ? "МАХ не знает, куда слать сообщения: зарегистрируйте адрес приёма (POST /subscriptions)"
                    : null;
        } catch (ApiException e) {
            return MaxRefusals.words(e);
        }
    }

    /** Whatever an attempt says now, an earlier one may have arrived; the next one looks again. */
    private static DeliveryResult unsure(DeliveryResult result) {
        return result instanceof DeliveryResult.Temporary later
                ? new DeliveryResult.Temporary(later.reason(), later.notBefore(), true)
                : result;
    }

    private static boolean isOurs(Message message, MaxThread thread, String text) {
        User sender = message.getSender();
        if (sender == null
                || !Boolean.TRUE.equals(sender.getIsBot())
                || message.getBody() == null
                || !text.strip()
                        .equals(String.valueOf(message.getBody().getText()).strip())) {
            return false;
        }
        String replyTo = message.getLink() == null || message.getLink().getMessage() == null
                ? null
                : message.getLink().getMessage().getMid();
        return thread.message() == null || Objects.equals(replyTo, thread.message());
    }

    /** An answer stands behind what it answers, so a page that reaches back to that shows it. */
    private static boolean sawAll(List<Message> latest, MaxThread thread) {
        return latest.size() < LOOKED_AT
                || latest.stream()
                        .anyMatch(message -> message.getBody() != null
                                && Objects.equals(message.getBody().getMid(), thread.message()));
    }

    private static NewMessageBody body(Delivery delivery, MaxThread thread) {
        NewMessageBody body = new NewMessageBody().text(delivery.body());
        if (thread.message() != null) {
            body.link(new NewMessageLink().type(MessageLinkType.REPLY).mid(thread.message()));
        }
        if (!delivery.choices().isEmpty()) {
            body.attachments(List.of(keyboard(delivery.choices())));
        }
        return body;
    }

    private static AttachmentRequest keyboard(List<Choice> choices) {
        List<Button> row = choices.stream().map(MaxChannel::button).toList();
        AttachmentRequest keyboard = new InlineKeyboardAttachmentRequest()
                .payload(new InlineKeyboardAttachmentRequestPayload().buttons(List.of(row)));
        keyboard.setType("inline_keyboard");
        return keyboard;
    }

    private static Button button(Choice choice) {
        Button button = new CallbackButton().payload(choice.data());
        button.setType("callback");
        button.setText(choice.label());
        return button;
    }

    private static DeliveryResult delivered(Message message) {
        return new DeliveryResult.Delivered(
                message.getUrl(), String.valueOf(message.getBody().getMid()));
    }

    private static @Nullable MaxThread thread(Delivery delivery) {
        return MaxThread.parse(delivery.thread() == null ? delivery.recipient() : delivery.thread());
    }
}
