package ru.mcu.message.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.message.ByHand;
import ru.mcu.message.Registered;

/** Messages taken by phone, at a visit or on paper, from the start form in Tasklist. */
@RestController
class ByHandController {

    private final ByHand byHand;

    ByHandController(ByHand byHand) {
        this.byHand = byHand;
    }

    @PostMapping("/api/messages/by-hand")
    Map<String, Object> register(@Valid @RequestBody Request request) {
        Registered registered = byHand.register(new ByHand.Call(
                request.channel(),
                request.authorName(),
                request.authorContact(),
                request.anonymous(),
                request.text(),
                request.place(),
                request.district(),
                request.regime(),
                request.receivedAt()));
        return Map.of("id", registered.id(), "number", registered.number());
    }

    record Request(
            @Pattern(regexp = "phone|visit|paper|directLine", message = "Выберите, как обратился гражданин")
            @NotBlank(message = "Выберите, как обратился гражданин")
            String channel,

            @Size(max = 200, message = "Не длиннее 200 знаков") @Nullable
            String authorName,

            @Size(max = 200, message = "Не длиннее 200 знаков") @Nullable
            String authorContact,

            boolean anonymous,

            @NotBlank(message = "Запишите, о чём сообщение") @Size(max = 100_000, message = "Не длиннее 100 000 знаков")
            String text,

            @Size(max = 300, message = "Не длиннее 300 знаков") @Nullable
            String place,

            @Nullable String district,

            @Pattern(regexp = "message|formal59", message = "Выберите: сообщение или обращение по 59-ФЗ") @Nullable
            String regime,

            @Nullable Instant receivedAt) {}
}
