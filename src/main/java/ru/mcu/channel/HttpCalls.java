package ru.mcu.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Calls of channels: with time-outs, without redirects, no answer longer than we can hold. */
@Component
public class HttpCalls {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 1024 * 1024;

    private final HttpCallSettings settings;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    HttpCalls(HttpCallSettings settings) {
        this.settings = settings;
    }

    /** What the other side said. */
    public record Answer(int status, String body, java.net.http.HttpHeaders headers) {}

    /** There was no answer. */
    public static final class NoAnswer extends IOException {

        private static final long serialVersionUID = 1;

        private final boolean maybeArrived;

        NoAnswer(boolean maybeArrived, IOException cause) {
            super(cause.getClass().getSimpleName(), cause);
            this.maybeArrived = maybeArrived;
        }

        /** Whether the request may have been carried out all the same. */
        public boolean maybeArrived() {
            return maybeArrived;
        }
    }

    /** A request to be completed by the channel; its address may hold secrets, so it is never logged. */
    public HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(settings.timeout());
    }

    /** @throws NoAnswer when the connection failed or broke, or the time was out */
    public Answer send(HttpRequest request) throws NoAnswer {
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] read = body.readNBytes(LONGEST_ANSWER);
                return new Answer(response.statusCode(), new String(read, StandardCharsets.UTF_8), response.headers());
            }
        } catch (HttpConnectTimeoutException | ConnectException e) {
            throw new NoAnswer(false, e);
        } catch (IOException e) {
            throw new NoAnswer(true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer(true, new IOException(e));
        }
    }
}
