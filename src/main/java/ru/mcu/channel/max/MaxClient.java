package ru.mcu.channel.max;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.springframework.stereotype.Component;
import ru.max.bot.ApiClient;
import ru.max.bot.ApiException;
import ru.max.bot.BotsApi;
import ru.max.bot.MessagesApi;
import ru.max.bot.SubscriptionsApi;

/** The generated client with our address, token, time-outs and authorities. */
@Component
class MaxClient {

    /** Skips what later versions of the API may add. */
    static final ObjectMapper JSON = ApiClient.createDefaultObjectMapper();

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final MessagesApi messages;
    private final BotsApi bots;
    private final SubscriptionsApi subscriptions;

    MaxClient(MaxSettings settings) {
        HttpClient.Builder http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (settings.caFile() != null) {
            http.sslContext(MaxTrust.context(settings.caFile()));
        }
        HttpClient shared = http.build();
        ApiClient client = new ApiClient(http, JSON, settings.base().toString()) {
            @Override
            public HttpClient getHttpClient() {
                return shared;
            }
        };
        client.setReadTimeout(settings.timeout());
        client.setRequestInterceptor(request -> request.header("Authorization", settings.token()));
        messages = new MessagesApi(client);
        bots = new BotsApi(client);
        subscriptions = new SubscriptionsApi(client);
    }

    MessagesApi messages() {
        return messages;
    }

    BotsApi bots() {
        return bots;
    }

    SubscriptionsApi subscriptions() {
        return subscriptions;
    }

    /** Whether there was no answer at all, or none that can be read. */
    static boolean isSilence(ApiException failure) {
        return failure.getCode() == 0;
    }

    /** Whether the call may have been carried out although it failed. */
    static boolean maybeArrived(ApiException failure) {
        if (isSilence(failure)) {
            Throwable cause = failure.getCause();
            return !(cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLHandshakeException);
        }
        // MAX itself answers in JSON; anything else comes from something between
        return failure.getCode() >= 500
                && !String.valueOf(failure.getResponseBody()).strip().startsWith("{");
    }
}
