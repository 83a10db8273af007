package ru.mcu.channel.ok;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.channel.HookBody;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;

/**
 * Takes events of Одноклассники, which wants 200 within five seconds and drops a subscription that says anything else
 * for hours; so what nobody can understand gets 200, too.
 */
@RestController
class OkHook {

    private final OkSettings settings;
    private final Inbox inbox;
    private final ObjectMapper json;

    OkHook(OkSettings settings, Inbox inbox, ObjectMapper json) {
        this.settings = settings;
        this.inbox = inbox;
        this.json = json;
    }

    @PostMapping("/hooks/ok/{secret}")
    ResponseEntity<String> take(@PathVariable String secret, HttpServletRequest request) throws IOException {
        if (!settings.hears()) {
            return answer(HttpStatus.NOT_FOUND, "not connected");
        }
        if (!HookBody.knows(secret, settings.secret())) {
            Metrics.counter("mcu.hooks.refused", "channel", Channel.OK.code()).increment();
            return answer(HttpStatus.FORBIDDEN, "forbidden");
        }
        HookBody body = HookBody.read(request.getInputStream());
        byte[] bytes = body.bytes();
        JsonNode event = body.isTooLong() ? null : body.json(json);
        if (event != null) {
            inbox.put(Channel.OK, key(event, bytes), bytes);
        } else if (body.isTooLong()) {
            inbox.poison(Channel.OK, body.sample(), "Событие больше мегабайта");
        } else {
            inbox.poison(Channel.OK, bytes, "Это не JSON в кодировке UTF-8");
        }
        return answer(HttpStatus.OK, "ok");
    }

    /** A new message has an id; whatever else happens is told apart by its content. */
    private static String key(JsonNode event, byte[] bytes) {
        String message = event.path("message").path("mid").asText("");
        boolean created = OkEvent.CREATED.equals(event.path("webhookType").asText(OkEvent.CREATED));
        return created && !message.isBlank() ? message : Inbox.contentKey(bytes);
    }

    private static ResponseEntity<String> answer(HttpStatus status, String body) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
    }
}
