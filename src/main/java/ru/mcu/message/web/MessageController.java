package ru.mcu.message.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages for other systems: register one, ask how it stands. */
@RestController
@RequestMapping("/api/messages")
@Tag(name = "messages", description = "Сообщения граждан: регистрация и состояние")
class MessageController {

    private final MessageIntake intake;

    MessageController(MessageIntake intake) {
        this.intake = intake;
    }

    @PostMapping
    @Operation(
            summary =
                    "Зарегистрировать сообщение. Повтор с тем же каналом и externalId или тем же Idempotency-Key даёт тот же ответ.")
    ResponseEntity<MessageResource> register(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
            @Valid @RequestBody NewMessageRequest request) {
        MessageIntake.Receipt receipt = intake.register(idempotencyKey, request);
        return ResponseEntity.status(receipt.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(intake.resource(receipt.id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Состояние сообщения и опубликованный ответ.")
    MessageResource get(@PathVariable UUID id) {
        return intake.resource(id);
    }
}
