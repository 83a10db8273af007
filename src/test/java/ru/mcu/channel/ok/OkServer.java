package ru.mcu.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.mcu.channel.MischievousServer;

/**
 * Speaks the Graph API of Одноклассники, as far as answers need it. There is no idempotency key there: whatever is sent
 * twice appears twice.
 */
public final class OkServer extends MischievousServer {

    private static final String MESSAGES = "/graph/me/messages/";
    private static final long FIRST = 1_763_863_200_000L;

    private final ObjectMapper json = new ObjectMapper();
    private final String token;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> subscriptions = new ArrayList<>();

    /**
     * A text that the citizen sees.
     *
     * @param key the channel's own id: it takes none of ours
     */
    public record Accepted(String key, String chat, String text) {}

    private record Line(String chat, String sender, String text, String mid, long at) {}

    public OkServer(String token) {
        this.token = token;
    }

    /** What citizens see of us, in the order it came. */
    public synchronized List<Accepted> accepted() {
        return lines.stream()
                .filter(it -> it.sender().startsWith("group:"))
                .map(it -> new Accepted(it.mid(), it.chat(), it.text()))
                .toList();
    }

    /** A line that somebody else wrote. */
    public synchronized void write(String chat, String user, String text) {
        add(chat, user, text);
    }

    public synchronized void subscribe(String address) {
        subscriptions.add(address);
    }

    /** An error in the API's own words. */
    public static Reply refusal(int code) {
        return new Reply(200, "{\"error_code\":" + code + ",\"error_msg\":\"refused\",\"error_data\":null}");
    }

    @Override
    protected Reply error() {
        return refusal(2);
    }

    @Override
    protected synchronized Reply answer(Call call) {
        Map<String, String> query = query(call.address().getRawQuery());
        if (!token.equals(query.get("access_token"))) {
            return refusal(103);
        }
        String path = call.address().getPath();
        if (path.equals("/graph/me/subscriptions")) {
            return reply(Map.of(
                    "subscriptions",
                    subscriptions.stream()
                            .map(it -> Map.of("url", it, "time", FIRST))
                            .toList()));
        }
        if (!path.startsWith(MESSAGES)) {
            return refusal(3);
        }
        String chat = path.substring(MESSAGES.length());
        return call.method().equals("GET") ? history(chat, query) : take(chat, call.body());
    }

    private Reply take(String chat, String body) {
        try {
            JsonNode sent = json.readTree(body);
            String text = sent.at("/message/text").asText();
            if (text.isBlank() || !chat.equals(sent.at("/recipient/chat_id").asText())) {
                return refusal(100);
            }
            return reply(Map.of("message_id", add(chat, "group:54321", text).mid()));
        } catch (IOException e) {
            return refusal(100);
        }
    }

    private Line add(String chat, String sender, String text) {
        int number = lines.size();
        Line line = new Line(chat, sender, text, "mid:C1." + Long.toHexString(number + 1L), FIRST + number);
        lines.add(line);
        return line;
    }

    private Reply history(String chat, Map<String, String> query) {
        long from = Long.parseLong(query.getOrDefault("from", String.valueOf(Long.MAX_VALUE)));
        List<Map<String, Object>> newest = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0 && newest.size() < Integer.parseInt(query.get("count")); i--) {
            Line line = lines.get(i);
            if (line.chat().equals(chat) && line.at() <= from) {
                newest.add(Map.of(
                        "sender", Map.of(line.sender().startsWith("user:") ? "user_id" : "group_id", line.sender()),
                        "recipient", Map.of("chat_id", chat),
                        "message", Map.of("text", line.text(), "seq", 98_211_023_614_189_660L + i, "mid", line.mid()),
                        "timestamp", line.at()));
            }
        }
        return reply(Map.of("messages", newest));
    }

    private Reply reply(Object body) {
        return new Reply(200, json.valueToTree(body).toString());
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        Arrays.stream((raw == null ? "" : raw).split("&"))
                .map(it -> it.split("=", 2))
                .forEach(it -> query.put(it[0], URLDecoder.decode(it.length > 1 ? it[1] : "", StandardCharsets.UTF_8)));
        return query;
    }
}
