package ru.mcu.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.channel.HookBody;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;

/**
 * Takes updates of the Bot API. What is not answered with 200 comes again, so what nobody can understand is answered
 * with 200, too. A call of the API may be put into the answer, which spares us a call of our own for a pressed button.
 */
@RestController
class TelegramHook {

    private final TelegramSettings settings;
    private final Inbox inbox;

    TelegramHook(TelegramSettings settings, Inbox inbox) {
        this.settings = settings;
        this.inbox = inbox;
    }

    @PostMapping("/hooks/telegram")
    ResponseEntity<Map<String, Object>> take(
            HttpServletRequest request,
            @RequestHeader(name = "X-Telegram-Bot-Api-Secret-Token", required = false) @Nullable String secret)
            throws IOException {
        if (!settings.hears()) {
            return ResponseEntity.notFound().build();
        }
        if (!HookBody.knows(secret, settings.secret())) {
            Metrics.counter("mcu.hooks.refused", "channel", Channel.TELEGRAM.code())
                    .increment();
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        HookBody body = HookBody.read(request.getInputStream());
        if (body.isTooLong()) {
            return poison(body.sample(), "Событие больше мегабайта");
        }
        JsonNode update = body.json(TelegramUpdate.JSON);
        if (update == null) {
            return poison(body.sample(), "Это не JSON в кодировке UTF-8");
        }
        if (!update.path("update_id").isIntegralNumber()) {
            return poison(body.bytes(), "У события нет номера (update_id)");
        }
        inbox.put(Channel.TELEGRAM, update.path("update_id").asText(), body.bytes());
        return TelegramPresses.answer(update)
                .map(parameters -> {
                    Map<String, Object> call = new HashMap<>(parameters);
                    call.put("method", TelegramPresses.METHOD);
                    return ResponseEntity.ok(call);
                })
                .orElseGet(() -> ResponseEntity.ok().build());
    }

    private ResponseEntity<Map<String, Object>> poison(byte[] body, String reason) {
        inbox.poison(Channel.TELEGRAM, body, reason);
        return ResponseEntity.ok().build();
    }
}
