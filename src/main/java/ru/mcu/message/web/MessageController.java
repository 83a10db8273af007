package ru.mcu.message.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
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
@ApiResponse(
        responseCode = "401",
        description = "Нужны имя и пароль учётной записи (HTTP Basic)",
        content =
                @Content(mediaType = MessageController.PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
class MessageController {

    static final String PROBLEM = MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private final MessageIntake intake;

    MessageController(MessageIntake intake) {
        this.intake = intake;
    }

    @PostMapping
    @Operation(
            summary =
                    "Зарегистрировать сообщение. Повтор с тем же каналом и externalId или тем же Idempotency-Key даёт тот же ответ.")
    @ApiResponse(responseCode = "201", description = "Сообщение зарегистрировано")
    @ApiResponse(responseCode = "200", description = "Это сообщение уже зарегистрировано: вот оно")
    @ApiResponse(
            responseCode = "400",
            description = "Запрос не JSON или не той формы",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "403",
            description = "Учётной записи нельзя регистрировать сообщения",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Сообщение с этим externalId зарегистрировала другая система",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Поля заполнены неверно (список errors) или ключ уже использован с другим сообщением",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<MessageResource> register(
            @Parameter(description = "Своё значение на каждое новое сообщение, до 200 знаков")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String idempotencyKey,
            @Valid @RequestBody NewMessageRequest request) {
        MessageIntake.Receipt receipt = intake.register(idempotencyKey, request);
        return ResponseEntity.status(receipt.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(intake.resource(receipt.id()));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Состояние сообщения и опубликованный ответ.")
    @ApiResponse(responseCode = "200", description = "Как обстоит дело")
    @ApiResponse(
            responseCode = "404",
            description = "Такого сообщения нет, или его зарегистрировала не эта учётная запись",
            content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = ProblemDetail.class)))
    MessageResource get(@PathVariable UUID id) {
        return intake.resource(id);
    }
}
