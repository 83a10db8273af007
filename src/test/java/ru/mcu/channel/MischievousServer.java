package ru.mcu.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What the local servers of channels have in common: they answer as the channel does, and misbehave when told so. */
public abstract class MischievousServer implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "channel-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Reply> forced = new ConcurrentLinkedDeque<>();
    private final List<URI> addresses = new CopyOnWriteArrayList<>();
    private volatile Mischief mischief = Mischief.none();
    private volatile Duration slowness = Duration.ofSeconds(20);

    /** What came. */
    protected record Call(String method, URI address, String body) {}

    /** What goes back. */
    public record Reply(int status, String body) {}

    protected MischievousServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    /** Carries out a call and says what the channel would say. */
    protected abstract Reply answer(Call call);

    /** The channel's own temporary error. */
    protected abstract Reply error();

    /** The address to configure. */
    public URI base() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /** How to treat the calls from now on. */
    public void mischief(Mischief next) {
        mischief = next;
    }

    /** How long a slow answer takes; longer than the caller waits. */
    public void slowness(Duration time) {
        slowness = time;
    }

    /** The next calls get these answers and are not carried out. */
    public void next(Reply... replies) {
        forced.addAll(List.of(replies));
    }

    /** Every address that was called, in order. */
    public List<URI> addresses() {
        return List.copyOf(addresses);
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            addresses.add(exchange.getRequestURI());
            Call call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Reply reply = forced.poll();
            if (reply != null) {
                send(exchange, reply);
                return;
            }
            switch (mischief.next()) {
                case NONE -> send(exchange, answer(call));
                case ERROR -> send(exchange, error());
                case CUT_AFTER_ACCEPT -> answer(call);
                case SLOW_AFTER_ACCEPT -> {
                    Reply late = answer(call);
                    if (!closed.await(slowness.toMillis(), TimeUnit.MILLISECONDS)) {
                        send(exchange, late);
                    }
                }
                case CUT_BEFORE -> exchange.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
