package ru.mcu.channel.max;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import ru.mcu.channel.Mischief;

/**
 * A server that speaks the Bot API of MAX. Like the real one it knows no keys, but shows what stands in a chat, newest
 * first.
 */
public final class MaxServer implements AutoCloseable {

    /** The token of the only bot. */
    public static final String TOKEN = "max-test-token";

    /** The name of the only bot. */
    public static final String BOT = "mcu_max_bot";

    /** A text that the bot wrote. */
    public record Accepted(
            @Nullable String chat,
            String mid,
            String text,
            @Nullable String replyTo,
            JsonNode body) {}

    private record Refusal(int status, String body, Map<String, String> headers) {}

    private record Reply(int status, String body) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private Duration slow = Duration.ofSeconds(2);
    private final List<Accepted> accepted = new ArrayList<>();
    private final Map<String, List<Map<String, Object>>> lines = new LinkedHashMap<>();
    private final List<String> pressesAnswered = new ArrayList<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private Mischief mischief = Mischief.none();
    private boolean subscribed = true;

    /** A server that behaves. */
    public MaxServer() {
        this(null);
    }

    MaxServer(@Nullable SSLContext tls) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try {
            if (tls == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer secure = HttpsServer.create(address, 0);
                secure.setHttpsConfigurator(new HttpsConfigurator(tls));
                server = secure;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scheme = tls == null ? "http" : "https";
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI base() {
        return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What the bot wrote, oldest first. */
    public synchronized List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    /** How it treats {@code POST /messages} from now on. */
    public synchronized void mischief(Mischief acts) {
        mischief = acts;
    }

    /** How long a slow answer takes; longer than the caller waits. */
    public synchronized void slowness(Duration time) {
        slow = time;
    }

    /** A citizen writes a line into a chat. */
    public synchronized void write(long chat, String mid, String text) {
        lines("" + chat).add(line(mid, text, false, null));
    }

    synchronized List<String> pressesAnswered() {
        return List.copyOf(pressesAnswered);
    }

    /** The next call is refused. */
    synchronized void refuse(int status, String body, Map<String, String> headers) {
        refusals.add(new Refusal(status, body, headers));
    }

    synchronized void unsubscribe() {
        subscribed = false;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            reply(exchange, 401, error("verify.token", "Invalid access_token"));
            return;
        }
        Refusal refusal;
        synchronized (this) {
            refusal = refusals.poll();
        }
        if (refusal != null) {
            refusal.headers().forEach(exchange.getResponseHeaders()::set);
            reply(exchange, refusal.status(), refusal.body());
            return;
        }
        String path = exchange.getRequestURI().getPath();
        switch (exchange.getRequestMethod() + " " + path.replaceFirst("/videos/.*", "/videos")) {
            case "GET /me" -> reply(exchange, 200, write(bot()));
            case "GET /messages" -> reply(exchange, 200, write(Map.of("messages", latest(exchange))));
            case "POST /messages" -> send(exchange, JSON.readTree(body));
            case "POST /answers" -> press(exchange, JSON.readTree(body));
            case "GET /subscriptions" ->
                reply(
                        exchange,
                        200,
                        write(Map.of(
                                "subscriptions",
                                subscribed
                                        ? List.of(Map.of("url", "https://mcu.example/hooks/max", "time", 1))
                                        : List.of())));
            case "GET /videos" ->
                reply(
                        exchange,
                        200,
                        write(Map.of(
                                "token", path.substring("/videos/".length()),
                                "width", 1,
                                "height", 1,
                                "duration", 1,
                                "urls", Map.of("mp4_480", "https://video.example/480.mp4"))));
            default -> reply(exchange, 404, error("not.found", "Unknown path"));
        }
    }

    private void send(HttpExchange exchange, JsonNode body) throws IOException {
        Mischief.Act act;
        synchronized (this) {
            act = mischief.next();
        }
        switch (act) {
            case NONE -> reply(exchange, take(exchange, body));
            case ERROR -> reply(exchange, 503, error("service.unavailable", "Service unavailable"));
            case CUT_BEFORE -> exchange.close();
            case CUT_AFTER_ACCEPT -> {
                take(exchange, body);
                exchange.close();
            }
            case SLOW_AFTER_ACCEPT -> {
                Reply answer = take(exchange, body);
                pause();
                reply(exchange, answer);
            }
        }
    }

    private synchronized Reply take(HttpExchange exchange, JsonNode body) {
        String text = body.path("text").asText();
        if (text.length() > 4000) {
            return new Reply(400, error("proto.payload", "text: size must be between 0 and 4000"));
        }
        String mid = "mid.bot." + accepted.size();
        String chat = parameter(exchange, "chat_id");
        String replyTo = body.path("link").path("mid").textValue();
        accepted.add(new Accepted(chat, mid, text, replyTo, body));
        Map<String, Object> line = line(mid, text, true, replyTo);
        lines(String.valueOf(chat)).add(line);
        return new Reply(200, write(Map.of("message", line)));
    }

    private synchronized List<Map<String, Object>> latest(HttpExchange exchange) {
        List<Map<String, Object>> all = new ArrayList<>(lines(String.valueOf(parameter(exchange, "chat_id"))));
        Collections.reverse(all);
        String count = parameter(exchange, "count");
        return all.subList(0, Math.min(all.size(), count == null ? 50 : Integer.parseInt(count)));
    }

    private void press(HttpExchange exchange, JsonNode body) throws IOException {
        synchronized (this) {
            pressesAnswered.add(parameter(exchange, "callback_id") + " "
                    + body.path("notification").asText());
        }
        reply(exchange, 200, write(Map.of("success", true)));
    }

    private List<Map<String, Object>> lines(String chat) {
        return lines.computeIfAbsent(chat, key -> new ArrayList<>());
    }

    private static Map<String, Object> line(String mid, String text, boolean ours, @Nullable String replyTo) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("mid", mid);
        body.put("seq", 1);
        body.put("text", text);
        body.put("attachments", null);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("sender", ours ? bot() : Map.of("user_id", 5, "first_name", "Анна", "is_bot", false));
        line.put("recipient", Map.of("chat_id", 1, "chat_type", "dialog"));
        line.put("timestamp", 1_763_850_000_000L);
        line.put("body", body);
        if (replyTo != null) {
            line.put("link", Map.of("type", "reply", "message", Map.of("mid", replyTo, "seq", 1)));
        }
        return line;
    }

    private static Map<String, Object> bot() {
        return Map.of("user_id", 77, "first_name", "МЦУ", "username", BOT, "is_bot", true);
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

    private static @Nullable String parameter(HttpExchange exchange, String name) {
        String query = exchange.getRequestURI().getQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    private static String error(String code, String message) {
        return write(Map.of("code", code, "message", message));
    }

    private static void reply(HttpExchange exchange, Reply reply) throws IOException {
        reply(exchange, reply.status(), reply.body());
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
