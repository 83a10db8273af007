package ru.mcu.channel.ok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.HttpCalls;
import ru.mcu.platform.Channel;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;
import ru.mcu.platform.outbox.KnownReceipts;

/**
 * Answers in the dialogue. The channel knows no idempotency key, so before an attempt is repeated the dialogue is read:
 * a line of ours with this very text that no other delivery has for its receipt is the answer.
 */
@Component
class OkChannel implements DeliveryChannel {

    private static final String SILENT = "Одноклассники не отвечают";
    private static final String UNKNOWN =
            "Неизвестно, дошёл ли ответ: посмотрите в канале, прежде чем публиковать вручную";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 3;
    private static final Duration ATTEMPTS_LAST = Duration.ofDays(3);

    private final OkSettings settings;
    private final OkClient client;
    private final KnownReceipts receipts;
    private final ObjectMapper json;
    private final Clock clock;

    OkChannel(OkSettings settings, OkClient client, KnownReceipts receipts, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.receipts = receipts;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return Channel.OK.code();
    }

    @Override
    public String title() {
        return Channel.OK.title();
    }

    @Override
    public boolean connected() {
        return settings.speaks();
    }

    @Override
    public @Nullable String lane(Delivery delivery) {
        OkThread thread = OkThread.of(delivery.thread());
        return thread == null ? null : thread.chat();
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        OkThread thread = OkThread.of(delivery.thread());
        if (thread == null) {
            return new DeliveryResult.Permanent(
                    "Неизвестно, кому отвечать в Одноклассниках. Опубликуйте ответ вручную");
        }
        try {
            return send(delivery, thread);
        } catch (HttpCalls.NoAnswer e) {
            return new DeliveryResult.Temporary(SILENT, null, e.maybeArrived());
        }
    }

    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        OkThread thread = OkThread.of(delivery.thread());
        if (thread == null) {
            return deliver(delivery);
        }
        try {
            List<OkEvent> lines = new ArrayList<>();
            if (!read(thread, lines)) {
                return new DeliveryResult.Temporary(SILENT, null, true);
            }
            for (OkEvent line : lines) {
                String id = ours(line, delivery, thread);
                if (id != null) {
                    return new DeliveryResult.Delivered(null, id);
                }
            }
            return lines.size() < PAGE * MOST_PAGES ? send(delivery, thread) : new DeliveryResult.Permanent(UNKNOWN);
        } catch (HttpCalls.NoAnswer e) {
            return new DeliveryResult.Temporary(SILENT, null, true);
        } catch (JsonProcessingException e) {
            return new DeliveryResult.Permanent(UNKNOWN);
        }
    }

    @Override
    public @Nullable String check() {
        try {
            OkAnswer answer = client.subscriptions();
            if (answer instanceof OkAnswer.Refused refused) {
                return OkRefusals.result(refused.code(), clock.instant()) instanceof DeliveryResult.Temporary temporary
                        ? temporary.reason()
                        : "Одноклассники не разрешают группе пользоваться сообщениями. Проверьте ключ доступа";
            }
            if (!(answer instanceof OkAnswer.Done done)) {
                return SILENT;
            }
            return !settings.hears() || isSubscribed(done.body())
                    ? null
                    : "Одноклассники не знают нашего адреса и не присылают сообщений. Подпишите группу заново";
        } catch (HttpCalls.NoAnswer e) {
            return SILENT;
        }
    }

    private boolean isSubscribed(JsonNode body) {
        for (JsonNode subscription : body.path("subscriptions")) {
            if (subscription.path("url").asText("").endsWith("/hooks/ok/" + settings.secret())) {
                return true;
            }
        }
        return false;
    }

    private DeliveryResult send(Delivery delivery, OkThread thread) throws HttpCalls.NoAnswer {
        OkAnswer answer = client.send(thread.chat(), delivery.body());
        if (answer instanceof OkAnswer.Refused refused) {
            return OkRefusals.result(refused.code(), clock.instant());
        }
        String id = answer instanceof OkAnswer.Done done
                ? done.body().path("message_id").asText("")
                : "";
        return id.isBlank() ? new DeliveryResult.Temporary(SILENT, null, true) : new DeliveryResult.Delivered(null, id);
    }

    /** Collects what was written since the first attempt can have been made, newest first; false when it is not told. */
    private boolean read(OkThread thread, List<OkEvent> lines) throws HttpCalls.NoAnswer, JsonProcessingException {
        long oldest = clock.instant().minus(ATTEMPTS_LAST).toEpochMilli();
        Long until = null;
        while (lines.size() < PAGE * MOST_PAGES) {
            if (!(client.history(thread.chat(), PAGE, until) instanceof OkAnswer.Done done)) {
                return false;
            }
            if (!done.body().path("messages").isArray()) {
                return false;
            }
            OkEvent[] page = json.treeToValue(done.body().get("messages"), OkEvent[].class);
            lines.addAll(Arrays.asList(page));
            if (page.length < PAGE || page[page.length - 1].timestamp() < oldest) {
                return true;
            }
            until = page[page.length - 1].timestamp();
        }
        return true;
    }

    private @Nullable String ours(OkEvent line, Delivery delivery, OkThread thread) {
        OkEvent.Words words = line.message();
        boolean citizens =
                line.sender() != null && thread.user().equals(line.sender().userId());
        if (words == null || words.mid() == null || words.text() == null || citizens) {
            return null;
        }
        boolean same = plain(words.text()).equals(plain(delivery.body()));
        return same && !receipts.contains(code(), words.mid()) ? words.mid() : null;
    }

    /** The channel trims texts and has its own line ends. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
