package ru.mcu.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.HttpCalls;
import ru.mcu.channel.telegram.TelegramUpdate.Chat;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Choice;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** Answers as the bot, each as a reply to the citizen's own message. */
@Component
class TelegramChannel implements DeliveryChannel {

    /** Of {@code sendMessage}, in UTF-16 units. */
    private static final int LONGEST = 4096;

    private static final String SILENT = "Телеграм не отвечает";

    private final TelegramSettings settings;
    private final TelegramClient client;
    private final Clock clock;

    TelegramChannel(TelegramSettings settings, TelegramClient client, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String code() {
        return Channel.TELEGRAM.code();
    }

    @Override
    public String title() {
        return Channel.TELEGRAM.title();
    }

    @Override
    public boolean connected() {
        return settings.speaks();
    }

    @Override
    public @Nullable String lane(Delivery delivery) {
        TelegramThread thread = thread(delivery);
        return thread == null ? null : Long.toString(thread.chat());
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        TelegramThread thread = thread(delivery);
        if (thread == null) {
            return new DeliveryResult.Permanent(
                    "Неизвестно, в какой чат Телеграма отвечать. Опубликуйте ответ вручную");
        }
        if (delivery.body().length() > LONGEST) {
            return new DeliveryResult.Permanent(
                    "Ответ длиннее " + LONGEST + " знаков, Телеграм такой не примет. Сократите его");
        }
        try {
            TelegramAnswer answer = send(delivery, thread);
            if (answer instanceof TelegramAnswer.Refused refused && refused.movedTo() != null) {
                // the group became a supergroup; its messages have other numbers there
                answer = send(delivery, new TelegramThread(refused.movedTo(), null, null));
            }
            return result(answer);
        } catch (HttpCalls.NoAnswer e) {
            return new DeliveryResult.Temporary(SILENT, null, e.maybeArrived());
        }
    }

    /** The Bot API neither knows keys nor shows what a bot wrote. */
    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        return new DeliveryResult.Permanent(
                "Неизвестно, дошёл ли ответ: посмотрите в канале, прежде чем публиковать вручную");
    }

    @Override
    public @Nullable String check() {
        try {
            TelegramAnswer answer = client.call("getMe", Map.of());
            if (answer instanceof TelegramAnswer.Done me) {
                return complaint(me.result());
            }
            return answer instanceof TelegramAnswer.Refused refused && (refused.code() == 401 || refused.code() == 404)
                    ? TelegramRefusals.BAD_TOKEN
                    : SILENT;
        } catch (HttpCalls.NoAnswer e) {
            return SILENT;
        }
    }

    private @Nullable String complaint(JsonNode me) throws HttpCalls.NoAnswer {
        String name = me.path("username").asText("");
        if (!settings.botName().equalsIgnoreCase(name)) {
            return "Бота зовут " + name + ": впишите это имя в mcu.channels.telegram.bot-name";
        }
        if (settings.mode() != TelegramSettings.Mode.WEBHOOK) {
            return null;
        }
        return client.call("getWebhookInfo", Map.of()) instanceof TelegramAnswer.Done info
                        && info.result().path("url").asText("").isEmpty()
                ? "Телеграм не знает, куда слать сообщения: зарегистрируйте адрес приёма (setWebhook)"
                : null;
    }

    private TelegramAnswer send(Delivery delivery, TelegramThread thread) throws HttpCalls.NoAnswer {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("chat_id", thread.chat());
        if (thread.topic() != null) {
            parameters.put("message_thread_id", thread.topic());
        }
        if (thread.message() != null) {
            parameters.put(
                    "reply_parameters", Map.of("message_id", thread.message(), "allow_sending_without_reply", true));
        }
        parameters.put("text", delivery.body());
        parameters.put("link_preview_options", Map.of("is_disabled", true));
        if (!delivery.choices().isEmpty()) {
            parameters.put("reply_markup", Map.of("inline_keyboard", List.of(buttons(delivery.choices()))));
        }
        return client.call("sendMessage", parameters);
    }

    private static List<Map<String, String>> buttons(List<Choice> choices) {
        return choices.stream()
                .map(choice -> Map.of("text", choice.label(), "callback_data", choice.data()))
                .toList();
    }

    private DeliveryResult result(TelegramAnswer answer) {
        if (answer instanceof TelegramAnswer.Refused refused) {
            return TelegramRefusals.result(refused, clock);
        }
        if (answer instanceof TelegramAnswer.Done done
                && done.result().path("message_id").canConvertToLong()) {
            long message = done.result().path("message_id").longValue();
            JsonNode chat = done.result().path("chat");
            String link = TelegramLinks.message(
                    new Chat(
                            chat.path("id").longValue(),
                            chat.path("type").asText(),
                            chat.path("username").textValue()),
                    message);
            return new DeliveryResult.Delivered(link, chat.path("id").longValue() + ":" + message);
        }
        return new DeliveryResult.Temporary(SILENT, null, true);
    }

    private static @Nullable TelegramThread thread(Delivery delivery) {
        return TelegramThread.parse(delivery.thread() == null ? delivery.recipient() : delivery.thread());
    }
}
