package ru.mcu.channel.max;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import ru.max.bot.MessageCallbackUpdate;
import ru.mcu.channel.HookBody;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;

/**
 * Takes events of MAX. What is not answered with 200 comes again for eight hours, so what nobody can understand is
 * answered with 200, too. Events have no numbers: the same bytes are the same event.
 */
@RestController
class MaxHook {

    private final MaxSettings settings;
    private final Inbox inbox;
    private final MaxPresses presses;

    MaxHook(MaxSettings settings, Inbox inbox, MaxPresses presses) {
        this.settings = settings;
        this.inbox = inbox;
        this.presses = presses;
    }

    @PostMapping("/hooks/max")
    ResponseEntity<Void> take(
            HttpServletRequest request,
            @RequestHeader(name = "X-Max-Bot-Api-Secret", required = false) @Nullable String secret)
            throws IOException {
        if (!settings.hears()) {
            return ResponseEntity.notFound().build();
        }
        if (!HookBody.knows(secret, settings.secret())) {
            Metrics.counter("mcu.hooks.refused", "channel", Channel.MAX.code()).increment();
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        HookBody body = HookBody.read(request.getInputStream());
        if (body.isTooLong()) {
            return poison(body.sample(), "Событие больше мегабайта");
        }
        JsonNode update = body.json(MaxClient.JSON);
        if (update == null) {
            return poison(body.sample(), "Это не JSON в кодировке UTF-8");
        }
        if (!update.path("update_type").isTextual()) {
            return poison(body.bytes(), "У события нет вида (update_type)");
        }
        byte[] bytes = body.bytes();
        inbox.put(Channel.MAX, Inbox.contentKey(bytes), bytes);
        if (update.path("update_type").asText().equals("message_callback")) {
            answer(update);
        }
        return ResponseEntity.ok().build();
    }

    private void answer(JsonNode update) {
        try {
            presses.answer(MaxClient.JSON.treeToValue(update, MessageCallbackUpdate.class));
        } catch (JsonProcessingException e) {
            // the worker will say so of the kept event
            Metrics.counter("mcu.hooks.unreadable", "channel", Channel.MAX.code())
                    .increment();
        }
    }

    private ResponseEntity<Void> poison(byte[] body, String reason) {
        inbox.poison(Channel.MAX, body, reason);
        return ResponseEntity.ok().build();
    }
}
