package ru.mcu.channel.vk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.mcu.channel.HttpCalls;

/** Calls methods of the API 5.199; the token goes in the body, so that no address can betray it. */
@Component
class VkClient {

    private static final String VERSION = "5.199";

    private final VkSettings settings;
    private final HttpCalls calls;
    private final ObjectMapper json;

    VkClient(VkSettings settings, HttpCalls calls, ObjectMapper json) {
        this.settings = settings;
        this.calls = calls;
        this.json = json;
    }

    VkAnswer call(String method, Map<String, ?> parameters) throws HttpCalls.NoAnswer {
        Map<String, Object> form = new LinkedHashMap<>(parameters);
        form.put("access_token", settings.token());
        form.put("v", VERSION);
        HttpRequest request = calls.request(settings.base().resolve("/method/" + method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        HttpCalls.Answer answer = calls.send(request);
        try {
            return answer.status() == 200 ? read(json.readTree(answer.body())) : new VkAnswer.Unclear();
        } catch (IOException notJson) {
            return new VkAnswer.Unclear();
        }
    }

    private static VkAnswer read(JsonNode answer) {
        if (answer.has("response")) {
            return new VkAnswer.Done(answer.get("response"));
        }
        int code = answer.path("error").path("error_code").asInt();
        return code == 0 ? new VkAnswer.Unclear() : new VkAnswer.Refused(code);
    }

    private static String encoded(Map<String, Object> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(String.valueOf(field.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
