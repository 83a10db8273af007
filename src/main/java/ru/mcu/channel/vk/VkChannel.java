package ru.mcu.channel.vk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.HttpCalls;
import ru.mcu.platform.Channel;
import ru.mcu.platform.Hashes;
import ru.mcu.platform.outbox.Choice;
import ru.mcu.platform.outbox.Delivery;
import ru.mcu.platform.outbox.DeliveryChannel;
import ru.mcu.platform.outbox.DeliveryResult;

/** Answers as the community: under the comment or in the dialogue, once, since every attempt names itself alike. */
@Component
class VkChannel implements DeliveryChannel {

    private static final String SILENT = "ВКонтакте не отвечает";
    private static final String UNKNOWN =
            "Неизвестно, дошёл ли ответ: посмотрите в канале, прежде чем публиковать вручную";

    private final VkSettings settings;
    private final VkClient client;
    private final ObjectMapper json;
    private final Clock clock;

    VkChannel(VkSettings settings, VkClient client, ObjectMapper json, Clock clock) {
        this.settings = settings;
        this.client = client;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return Channel.VK.code();
    }

    @Override
    public String title() {
        return Channel.VK.title();
    }

    @Override
    public boolean connected() {
        return settings.speaks();
    }

    @Override
    public @Nullable String lane(Delivery delivery) {
        return VkTarget.of(delivery.thread()) instanceof VkTarget.Dialogue dialogue ? dialogue.thread() : null;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        return deliver(delivery, false);
    }

    /** Comments are told apart by their guid; a dialogue is looked at, since a random_id is known for an hour only. */
    @Override
    public DeliveryResult deliverAgain(Delivery delivery) {
        return deliver(delivery, true);
    }

    @Override
    public @Nullable String check() {
        try {
            VkAnswer answer = client.call("groups.getById", Map.of("group_id", settings.group()));
            if (answer instanceof VkAnswer.Refused refused) {
                DeliveryResult meaning = VkRefusals.result(refused.code(), clock.instant());
                return meaning instanceof DeliveryResult.Temporary temporary
                        ? temporary.reason()
                        : "ВКонтакте не знает сообщества " + settings.group() + ". Проверьте номер";
            }
            return answer instanceof VkAnswer.Done ? null : SILENT;
        } catch (HttpCalls.NoAnswer e) {
            return SILENT;
        }
    }

    private DeliveryResult deliver(Delivery delivery, boolean again) {
        VkTarget target = VkTarget.of(delivery.thread());
        try {
            if (target instanceof VkTarget.Comment comment) {
                return comment(delivery, comment);
            }
            if (target instanceof VkTarget.Dialogue dialogue) {
                return again ? sayAgain(delivery, dialogue) : say(delivery, dialogue, true);
            }
            return new DeliveryResult.Permanent("Неизвестно, на что отвечать во ВКонтакте. Опубликуйте ответ вручную");
        } catch (HttpCalls.NoAnswer e) {
            return new DeliveryResult.Temporary(SILENT, null, again || e.maybeArrived());
        }
    }

    private DeliveryResult comment(Delivery delivery, VkTarget.Comment target) throws HttpCalls.NoAnswer {
        VkAnswer answer = client.call(
                "wall.createComment",
                Map.of(
                        "owner_id", target.wall(),
                        "post_id", target.post(),
                        "reply_to_comment", target.comment(),
                        "from_group", settings.group(),
                        "message", delivery.body(),
                        "guid", Hashes.sha256(delivery.idempotencyKey()).substring(0, 32)));
        long id = answer instanceof VkAnswer.Done done
                ? done.response().path("comment_id").asLong()
                : 0;
        return id == 0
                ? failed(answer)
                : new DeliveryResult.Delivered(
                        VkLinks.comment(target.wall(), target.post(), id, target.root()), String.valueOf(id));
    }

    private DeliveryResult say(Delivery delivery, VkTarget.Dialogue target, boolean buttons) throws HttpCalls.NoAnswer {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("peer_id", target.peer());
        parameters.put("random_id", randomId(delivery));
        parameters.put("message", delivery.body());
        boolean withButtons = buttons && !delivery.choices().isEmpty();
        if (withButtons) {
            parameters.put("keyboard", keyboard(delivery.choices()));
        }
        VkAnswer answer = client.call("messages.send", parameters);
        if (withButtons
                && answer instanceof VkAnswer.Refused refused
                && (refused.code() == VkRefusals.KEYBOARD || refused.code() == VkRefusals.NOT_A_BOT)) {
            return say(delivery, target, false);
        }
        long id = answer instanceof VkAnswer.Done done ? done.response().asLong() : 0;
        return id == 0 ? failed(answer) : delivered(target, id);
    }

    private DeliveryResult sayAgain(Delivery delivery, VkTarget.Dialogue target) throws HttpCalls.NoAnswer {
        VkAnswer history = client.call("messages.getHistory", Map.of("peer_id", target.peer(), "count", 200));
        if (history instanceof VkAnswer.Done done) {
            for (JsonNode line : done.response().path("items")) {
                if (line.path("from_id").asLong() == -settings.group()
                        && line.path("random_id").asInt() == randomId(delivery)) {
                    return delivered(target, line.path("id").asLong());
                }
            }
            return say(delivery, target, true);
        }
        return failed(history) instanceof DeliveryResult.Temporary temporary
                ? new DeliveryResult.Temporary(temporary.reason(), temporary.notBefore(), true)
                : new DeliveryResult.Permanent(UNKNOWN);
    }

    private DeliveryResult delivered(VkTarget.Dialogue target, long id) {
        return new DeliveryResult.Delivered(VkLinks.dialogue(settings.group(), target.peer()), String.valueOf(id));
    }

    private DeliveryResult failed(VkAnswer answer) {
        return answer instanceof VkAnswer.Refused refused
                ? VkRefusals.result(refused.code(), clock.instant())
                : new DeliveryResult.Temporary(SILENT, null, true);
    }

    /** Stable and never zero, which the API takes for none. */
    static int randomId(Delivery delivery) {
        int id = ByteBuffer.wrap(HexFormat.of().parseHex(Hashes.sha256(delivery.idempotencyKey())))
                .getInt();
        return id == 0 ? 1 : id;
    }

    /** Buttons that send a message with their payload; the press needs no further call. */
    private String keyboard(List<Choice> choices) {
        try {
            List<Map<String, Object>> row = choices.stream()
                    .limit(5)
                    .map(choice -> Map.<String, Object>of(
                            "action", Map.of("type", "text", "label", choice.label(), "payload", payload(choice))))
                    .toList();
            return json.writeValueAsString(Map.of("inline", true, "buttons", List.of(row)));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String payload(Choice choice) {
        try {
            return json.writeValueAsString(Map.of("mark", choice.data()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
