package ru.mcu.channel.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import ru.mcu.channel.Inbound;
import ru.mcu.channel.telegram.TelegramUpdate.Press;

/** What a person sees who pressed a button; without it Telegram shows a running clock on the button for a minute. */
final class TelegramPresses {

    static final String METHOD = "answerCallbackQuery";

    private TelegramPresses() {}

    /** Parameters of {@link #METHOD}; empty when the update is no press. */
    static Optional<Map<String, Object>> answer(JsonNode update) {
        if (!update.path("callback_query").path("id").isTextual()) {
            return Optional.empty();
        }
        try {
            Press press = TelegramUpdate.JSON.treeToValue(update.path("callback_query"), Press.class);
            String words = TelegramInbound.press(press) instanceof Inbound.Mark
                    ? "Спасибо за оценку"
                    : "Оценить ответ может только автор сообщения";
            return Optional.of(Map.of("callback_query_id", String.valueOf(press.id()), "text", words));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
