package ru.mcu.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.HttpCalls;

/**
 * Calls of the Bot API. A thin one: libraries for it repeat calls on a broken connection by themselves and do not tell
 * a call that never left from one that may have been carried out.
 */
@Component
class TelegramClient {

    private final TelegramSettings settings;
    private final HttpCalls calls;
    private final Clock clock;

    TelegramClient(TelegramSettings settings, HttpCalls calls, Clock clock) {
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
    }

    TelegramAnswer call(String method, Map<String, ?> parameters) throws HttpCalls.NoAnswer {
        return call(method, parameters, null);
    }

    /** @param timeout for the whole call, where it may take longer than others */
    TelegramAnswer call(String method, Map<String, ?> parameters, @Nullable Duration timeout)
            throws HttpCalls.NoAnswer {
        HttpRequest.Builder request = calls.request(
                        URI.create(settings.base() + "/bot" + settings.token() + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json(parameters)));
        if (timeout != null) {
            request.timeout(timeout);
        }
        return understand(calls.send(request.build()));
    }

    /** Where a file lies; the address holds the token. */
    URI file(String path) {
        return URI.create(settings.base() + "/file/bot" + settings.token() + "/" + path);
    }

    private TelegramAnswer understand(HttpCalls.Answer answer) {
        JsonNode body = read(answer.body());
        if (body == null || !body.path("ok").isBoolean()) {
            return new TelegramAnswer.Unknown(answer.status());
        }
        if (body.path("ok").booleanValue()) {
            return new TelegramAnswer.Done(body.path("result"));
        }
        JsonNode hints = body.path("parameters");
        Instant notBefore = hints.path("retry_after").canConvertToInt()
                ? clock.instant().plusSeconds(hints.path("retry_after").intValue())
                : null;
        Long movedTo = hints.path("migrate_to_chat_id").isIntegralNumber()
                ? hints.path("migrate_to_chat_id").longValue()
                : null;
        return new TelegramAnswer.Refused(
                body.path("error_code").asInt(answer.status()),
                body.path("description").asText(""),
                notBefore,
                movedTo);
    }

    private static @Nullable JsonNode read(String body) {
        try {
            return TelegramUpdate.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static byte[] json(Map<String, ?> parameters) {
        try {
            return TelegramUpdate.JSON.writeValueAsBytes(parameters);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
