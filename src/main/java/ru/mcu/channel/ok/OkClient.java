package ru.mcu.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.channel.HttpCalls;

/** Calls the Graph API, which takes its token in the address only: addresses are never logged. */
@Component
class OkClient {

    private final OkSettings settings;
    private final HttpCalls calls;
    private final ObjectMapper json;

    OkClient(OkSettings settings, HttpCalls calls, ObjectMapper json) {
        this.settings = settings;
        this.calls = calls;
        this.json = json;
    }

    OkAnswer send(String chat, String text) throws HttpCalls.NoAnswer {
        Map<String, Object> message = Map.of("recipient", Map.of("chat_id", chat), "message", Map.of("text", text));
        return read(calls.send(calls.request(address("messages/" + chat, ""))
                .header("Content-Type", "application/json;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(
                        json.valueToTree(message).toString()))
                .build()));
    }

    /**
     * The dialogue, newest lines first.
     *
     * @param until milliseconds since 1970 of the newest line wanted; null for the last one
     */
    OkAnswer history(String chat, int count, @Nullable Long until) throws HttpCalls.NoAnswer {
        String from = until == null ? "" : "&from=" + until;
        return read(calls.send(calls.request(address("messages/" + chat, "&count=" + count + from))
                .GET()
                .build()));
    }

    OkAnswer subscriptions() throws HttpCalls.NoAnswer {
        return read(calls.send(calls.request(address("subscriptions", "")).GET().build()));
    }

    private URI address(String path, String query) {
        String token = URLEncoder.encode(settings.token(), StandardCharsets.UTF_8);
        return settings.base().resolve("/graph/me/" + path + "?access_token=" + token + query);
    }

    private OkAnswer read(HttpCalls.Answer answer) {
        try {
            JsonNode body = json.readTree(answer.body());
            int code = body.path("error_code").asInt();
            if (code != 0) {
                return new OkAnswer.Refused(code);
            }
            return answer.status() == 200 && body.isObject() ? new OkAnswer.Done(body) : new OkAnswer.Unclear();
        } catch (IOException notJson) {
            return new OkAnswer.Unclear();
        }
    }
}
