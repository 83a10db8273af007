package ru.mcu.channel.vk;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.mcu.channel.MischievousServer;

/**
 * Speaks the API of ВКонтакте, as far as answers need it. A comment is known again by its guid, a message by its
 * random_id, as there.
 */
public final class VkServer extends MischievousServer {

    private final ObjectMapper json = new ObjectMapper();
    private final String token;
    private final long group;
    private final Map<String, Accepted> accepted = new LinkedHashMap<>();
    private final List<Map<String, String>> calls = new ArrayList<>();
    private boolean forgetful;

    /**
     * A text that citizens see.
     *
     * @param key guid or random_id
     * @param thread as {@code InboundMessage.thread}, without the root of the comment's thread
     */
    public record Accepted(String key, String thread, String text, long id) {}

    public VkServer(String token, long group) {
        this.token = token;
        this.group = group;
    }

    /** What citizens see, in the order it came. */
    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted.values());
    }

    /** Parameters of every call, in order, repeated ones too. */
    public synchronized List<Map<String, String>> calls() {
        return List.copyOf(calls);
    }

    /** From now on no random_id is known again: more than an hour went by. */
    public synchronized void forgetRandomIds() {
        forgetful = true;
    }

    /** An error in the API's own words. */
    public static Reply refusal(int code) {
        return new Reply(200, "{\"error\":{\"error_code\":" + code + ",\"error_msg\":\"refused\"}}");
    }

    @Override
    protected Reply error() {
        return refusal(10);
    }

    @Override
    protected synchronized Reply answer(Call call) {
        Map<String, String> form = form(call.body());
        calls.add(form);
        if (!token.equals(value(form, "access_token"))) {
            return refusal(5);
        }
        if (!"5.199".equals(value(form, "v"))) {
            return refusal(8);
        }
        return switch (call.address().getPath()) {
            case "/method/wall.createComment" -> comment(form);
            case "/method/messages.send" -> message(form);
            case "/method/messages.getHistory" -> history(form);
            case "/method/groups.getById" ->
                String.valueOf(group).equals(value(form, "group_id"))
                        ? done(Map.of("groups", List.of(Map.of("id", group)), "profiles", List.of()))
                        : refusal(100);
            default -> refusal(3);
        };
    }

    private Reply comment(Map<String, String> form) {
        if (!String.valueOf(group).equals(value(form, "from_group"))
                || value(form, "message").isBlank()) {
            return refusal(100);
        }
        String thread = "wall:" + value(form, "owner_id") + "_" + value(form, "post_id") + "_"
                + value(form, "reply_to_comment");
        return done(Map.of("comment_id", take("guid-" + value(form, "guid"), value(form, "guid"), thread, form)));
    }

    private Reply message(Map<String, String> form) {
        String random = value(form, "random_id");
        if (random.isBlank()
                || value(form, "peer_id").isBlank()
                || value(form, "message").isBlank()) {
            return refusal(100);
        }
        String thread = "peer:" + value(form, "peer_id");
        String known = forgetful ? "call-" + calls.size() : thread + "-" + random;
        return done(take(known, random, thread, form));
    }

    private long take(String known, String key, String thread, Map<String, String> form) {
        return accepted.computeIfAbsent(
                        known, it -> new Accepted(key, thread, value(form, "message"), 9090 + accepted.size()))
                .id();
    }

    private Reply history(Map<String, String> form) {
        List<Map<String, Object>> items = new ArrayList<>();
        accepted().stream()
                .filter(it -> it.thread().equals("peer:" + value(form, "peer_id")))
                .forEach(it -> items.add(
                        0,
                        Map.of(
                                "id", it.id(),
                                "from_id", -group,
                                "out", 1,
                                "random_id", Integer.parseInt(it.key()),
                                "text", it.text())));
        return done(Map.of("count", items.size(), "items", items.subList(0, Math.min(items.size(), 200))));
    }

    private Reply done(Object response) {
        return new Reply(200, json.valueToTree(Map.of("response", response)).toString());
    }

    private static String value(Map<String, String> form, String field) {
        return form.getOrDefault(field, "");
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Arrays.stream(body.split("&"))
                .map(field -> field.split("=", 2))
                .forEach(field -> form.put(
                        field[0], URLDecoder.decode(field.length > 1 ? field[1] : "", StandardCharsets.UTF_8)));
        return form;
    }
}
