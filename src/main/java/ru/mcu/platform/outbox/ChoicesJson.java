package ru.mcu.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Buttons of a delivery as the outbox keeps them. */
@Component
class ChoicesJson {

    private static final TypeReference<List<Choice>> LIST = new TypeReference<>() {};

    private final ObjectMapper json;

    ChoicesJson(ObjectMapper json) {
        this.json = json;
    }

    @Nullable
    String write(List<Choice> choices) {
        try {
            return choices.isEmpty() ? null : json.writeValueAsString(choices);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    List<Choice> read(@Nullable String stored) {
        try {
            return stored == null ? List.of() : json.readValue(stored, LIST);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
