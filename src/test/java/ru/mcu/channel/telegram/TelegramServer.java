package ru.mcu.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.Mischief;

/**
 * A server that speaks the Bot API: what it takes it keeps, what it refuses it refuses in the API's own words. Like the
 * real one it knows no keys: what is sent twice is there twice.
 */
public final class TelegramServer implements AutoCloseable {

    /** The token of the only bot. */
    public static final String TOKEN = "7000001:test-token";

    /** The name of the only bot. */
    public static final String BOT = "mcu_test_bot";

    /** A text that the bot wrote. */
    public record Accepted(long chat, long message, String text, JsonNode call) {}

    /** A call of a method other than {@code sendMessage}. */
    public record Call(String method, JsonNode parameters) {}

    private record Refusal(int code, String description, Map<String, Object> parameters) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Duration slow = Duration.ofSeconds(2);
    private final List<Accepted> accepted = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private final Deque<Refusal> pollRefusals = new ArrayDeque<>();
    private final Map<Long, Long> moved = new HashMap<>();
    private final Set<Long> blocked = new HashSet<>();
    private final TreeMap<Long, JsonNode> updates = new TreeMap<>();
    private Mischief mischief = Mischief.none();
    private String webhook = "";

    /** A server that behaves. */
    public TelegramServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/bot" + TOKEN + "/", this::method);
        server.createContext("/file/bot" + TOKEN + "/", exchange -> reply(exchange, 200, "file"));
        server.createContext("/", exchange -> reply(exchange, 404, refusal(404, "Not Found", Map.of())));
        server.start();
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the bot wrote, oldest first. */
    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    public synchronized List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    /** How it treats {@code sendMessage} from now on. */
    public synchronized void mischief(Mischief acts) {
        mischief = acts;
    }

    /** How long a slow answer takes; longer than the caller waits. */
    public synchronized void slowness(Duration time) {
        slow = time;
    }

    /** The next {@code sendMessage} is refused. */
    synchronized void refuse(int code, String description, Map<String, Object> parameters) {
        refusals.add(new Refusal(code, description, parameters));
    }

    /** The next {@code getUpdates} is refused. */
    synchronized void refusePoll(int code, String description) {
        pollRefusals.add(new Refusal(code, description, Map.of()));
    }

    synchronized void move(long group, long supergroup) {
        moved.put(group, supergroup);
    }

    synchronized void block(long chat) {
        blocked.add(chat);
    }

    synchronized void webhook(String url) {
        webhook = url;
    }

    /** Somebody wrote; it waits for {@code getUpdates}. */
    synchronized void offer(String update) {
        JsonNode node = read(update.getBytes(StandardCharsets.UTF_8));
        updates.put(node.path("update_id").longValue(), node);
    }

    /** How many updates nobody has confirmed yet. */
    synchronized int unconfirmed() {
        return updates.size();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void method(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = path.substring(path.lastIndexOf('/') + 1);
        JsonNode parameters = read(exchange.getRequestBody().readAllBytes());
        if (method.equals("sendMessage")) {
            send(exchange, parameters);
            return;
        }
        synchronized (this) {
            calls.add(new Call(method, parameters));
        }
        switch (method) {
            case "getMe" ->
                reply(exchange, 200, done(Map.of("id", 7000001, "is_bot", true, "first_name", "МЦУ", "username", BOT)));
            case "getWebhookInfo" -> reply(exchange, 200, done(Map.of("url", webhook, "pending_update_count", 0)));
            case "deleteWebhook" -> {
                webhook("");
                reply(exchange, 200, done(true));
            }
            case "getUpdates" -> poll(exchange, parameters);
            case "answerCallbackQuery" -> reply(exchange, 200, done(true));
            case "getFile" -> file(exchange, parameters);
            default -> reply(exchange, 404, refusal(404, "Not Found", Map.of()));
        }
    }

    private void send(HttpExchange exchange, JsonNode parameters) throws IOException {
        Mischief.Act act;
        synchronized (this) {
            act = mischief.next();
        }
        switch (act) {
            case NONE -> reply(exchange, take(parameters));
            case ERROR -> reply(exchange, 500, refusal(500, "Internal Server Error", Map.of()));
            case CUT_BEFORE -> exchange.close();
            case CUT_AFTER_ACCEPT -> {
                take(parameters);
                exchange.close();
            }
            case SLOW_AFTER_ACCEPT -> {
                Reply answer = take(parameters);
                pause();
                reply(exchange, answer);
            }
        }
    }

    private record Reply(int status, String body) {}

    private synchronized Reply take(JsonNode parameters) {
        long chat = parameters.path("chat_id").longValue();
        Refusal refusal = refusals.poll();
        if (refusal == null && moved.containsKey(chat)) {
            refusal = new Refusal(
                    400,
                    "Bad Request: group chat was upgraded to a supergroup chat",
                    Map.of("migrate_to_chat_id", moved.get(chat)));
        }
        if (refusal == null && blocked.contains(chat)) {
            refusal = new Refusal(403, "Forbidden: bot was blocked by the user", Map.of());
        }
        if (refusal == null && parameters.path("text").asText().length() > 4096) {
            refusal = new Refusal(400, "Bad Request: message is too long", Map.of());
        }
        if (refusal != null) {
            return new Reply(refusal.code(), refusal(refusal.code(), refusal.description(), refusal.parameters()));
        }
        long message = 1000 + accepted.size();
        accepted.add(new Accepted(chat, message, parameters.path("text").asText(), parameters));
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("id", chat);
        where.put("type", chat > 0 ? "private" : "supergroup");
        return new Reply(
                200,
                done(Map.of(
                        "message_id",
                        message,
                        "date",
                        1_700_000_000,
                        "chat",
                        where,
                        "text",
                        parameters.path("text").asText())));
    }

    private void poll(HttpExchange exchange, JsonNode parameters) throws IOException {
        Refusal refusal;
        List<JsonNode> found;
        synchronized (this) {
            refusal = pollRefusals.poll();
            if (refusal == null && !webhook.isEmpty()) {
                refusal = new Refusal(
                        409,
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                                + " webhook first",
                        Map.of());
            }
            if (parameters.has("offset")) {
                updates.headMap(parameters.path("offset").longValue(), false).clear();
            }
            found = updates.values().stream()
                    .limit(parameters.path("limit").asInt(100))
                    .toList();
        }
        if (refusal == null) {
            reply(exchange, 200, done(found));
        } else {
            reply(exchange, refusal.code(), refusal(refusal.code(), refusal.description(), Map.of()));
        }
    }

    private static void file(HttpExchange exchange, JsonNode parameters) throws IOException {
        if (parameters.path("file_id").asText().equals("big")) {
            reply(exchange, 400, refusal(400, "Bad Request: file is too big", Map.of()));
        } else {
            reply(exchange, 200, done(Map.of("file_id", "x", "file_path", "photos/file_1.jpg")));
        }
    }

    private synchronized Duration slowness() {
        return slow;
    }

    private void pause() {
        try {
            if (closed.await(slowness().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        reply(exchange, reply.status(), reply.body());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String done(Object result) {
        return write(Map.of("ok", true, "result", result));
    }

    private static String refusal(int code, String description, Map<String, Object> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ok", false);
        body.put("error_code", code);
        body.put("description", description);
        if (!parameters.isEmpty()) {
            body.put("parameters", parameters);
        }
        return write(body);
    }

    private static String write(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
