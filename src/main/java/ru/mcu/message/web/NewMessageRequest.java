package ru.mcu.message.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A citizen's message as another system sends it. */
record NewMessageRequest(
        @Schema(example = "mail")
        @NotNull(message = "Укажите канал")
        @Pattern(
                regexp = "vk|telegram|ok|max|mail|im|pos|phone|visit|paper|api|open311|directLine",
                message = "Неизвестный канал")
        String channel,

        @Schema(description = "Идентификатор в канале; вместе с каналом уникален. Для почты — Message-ID")
        @Size(max = 300, message = "Не длиннее 300 знаков")
        @Nullable
        String externalId,

        @NotBlank(message = "Текст не может быть пустым") @Size(max = 100_000, message = "Не длиннее 100 000 знаков")
        String text,

        @Size(max = 200, message = "Не длиннее 200 знаков") @Nullable
        String authorName,

        @Schema(description = "Адрес почты или телефон для ответа")
        @Size(max = 200, message = "Не длиннее 200 знаков")
        @Nullable
        String authorContact,

        @Size(max = 500, message = "Не длиннее 500 знаков") @Nullable
        String authorLink,

        @Size(max = 1000, message = "Не длиннее 1000 знаков") @Nullable
        String thread,

        @Pattern(regexp = "https?://\\S{1,1000}", message = "Ссылка должна начинаться с http:// или https://") @Nullable
        String link,

        @Size(max = 300, message = "Не длиннее 300 знаков") @Nullable
        String place,

        @Size(max = 100, message = "Не длиннее 100 знаков") @Nullable
        String district,

        @Size(max = 200, message = "Не длиннее 200 знаков") @Nullable
        String topic,

        @Schema(description = "Когда написал автор; по умолчанию сейчас") @Nullable
        Instant receivedAt) {}
