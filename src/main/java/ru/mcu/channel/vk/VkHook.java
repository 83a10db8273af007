package ru.mcu.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.channel.HookBody;
import ru.mcu.channel.Inbox;
import ru.mcu.platform.Channel;

/**
 * Takes events of the Callback API. Whatever is not answered with {@code ok} comes again for hours, so what nobody can
 * understand is answered with {@code ok}, too.
 */
@RestController
class VkHook {

    private final VkSettings settings;
    private final Inbox inbox;
    private final ObjectMapper json;

    VkHook(VkSettings settings, Inbox inbox, ObjectMapper json) {
        this.settings = settings;
        this.inbox = inbox;
        this.json = json;
    }

    @PostMapping("/hooks/vk")
    ResponseEntity<String> take(HttpServletRequest request) throws IOException {
        if (!settings.hears()) {
            return answer(HttpStatus.NOT_FOUND, "not connected");
        }
        HookBody body = HookBody.read(request.getInputStream());
        if (body.isTooLong()) {
            return poison(body.sample(), "Событие больше мегабайта");
        }
        JsonNode event = body.json(json);
        if (event == null) {
            return poison(body.sample(), "Это не JSON в кодировке UTF-8");
        }
        String type = event.path("type").asText("");
        boolean ours = event.path("group_id").asLong() == settings.group();
        String secret = text(event, "secret");
        if (type.equals("confirmation") && secret == null && ours) {
            return answer(HttpStatus.OK, settings.confirmation());
        }
        if (!HookBody.knows(secret, settings.secret())) {
            Metrics.counter("mcu.hooks.refused", "channel", Channel.VK.code()).increment();
            return answer(HttpStatus.FORBIDDEN, "forbidden");
        }
        if (!ours) {
            return poison(body.bytes(), "Событие другого сообщества: проверьте номер сообщества в настройках");
        }
        if (type.equals("confirmation")) {
            return answer(HttpStatus.OK, settings.confirmation());
        }
        if (type.isEmpty()) {
            return poison(body.bytes(), "У события нет вида");
        }
        String id = text(event, "event_id");
        byte[] bytes = body.bytes();
        inbox.put(Channel.VK, id == null ? Inbox.contentKey(bytes) : id, bytes);
        return ok();
    }

    private ResponseEntity<String> poison(byte[] body, String reason) {
        inbox.poison(Channel.VK, body, reason);
        return ok();
    }

    private static ResponseEntity<String> ok() {
        return answer(HttpStatus.OK, "ok");
    }

    private static ResponseEntity<String> answer(HttpStatus status, String body) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(body);
    }

    private static @Nullable String text(JsonNode event, String field) {
        String value = event.path(field).asText("");
        return value.isBlank() ? null : value;
    }
}
