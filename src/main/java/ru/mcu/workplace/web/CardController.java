package ru.mcu.workplace.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.mcu.message.Attachments;
import ru.mcu.message.ContactLooks;
import ru.mcu.message.FollowUpKind;
import ru.mcu.message.FollowUps;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageCards;
import ru.mcu.message.Oversight;
import ru.mcu.message.Priority;
import ru.mcu.message.TakesOver;
import ru.mcu.message.Uploads;
import ru.mcu.platform.Refused;

/** The card of a message and what may be done from it. */
@RestController
@RequestMapping("/api")
class CardController {

    private final MessageCards cards;
    private final ContactLooks looks;
    private final Attachments attachments;
    private final Uploads uploads;
    private final Oversight oversight;
    private final FollowUps followUps;
    private final TakesOver takeOver;

    CardController(
            MessageCards cards,
            ContactLooks looks,
            Attachments attachments,
            Uploads uploads,
            Oversight oversight,
            FollowUps followUps,
            TakesOver takeOver) {
        this.cards = cards;
        this.looks = looks;
        this.attachments = attachments;
        this.uploads = uploads;
        this.oversight = oversight;
        this.followUps = followUps;
        this.takeOver = takeOver;
    }

    @GetMapping("/messages/{id}/card")
    MessageCard card(@PathVariable UUID id) {
        return looks.shown(cards.card(id));
    }

    @PostMapping("/messages/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable UUID id, @Valid @RequestBody Reason reason) {
        requireAllowed(cards.card(id).can().cancel());
        oversight.cancel(id, reason.reason());
    }

    @PostMapping("/messages/{id}/priority")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void priority(@PathVariable UUID id, @Valid @RequestBody PriorityChange change) {
        requireAllowed(cards.card(id).can().priority());
        oversight.changePriority(id, change.priority(), change.reason());
    }

    @PostMapping("/messages/{id}/take-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOver(@PathVariable UUID id, @Valid @RequestBody Reason reason) {
        requireAllowed(cards.card(id).can().takeOver());
        takeOver.take(id, reason.reason());
    }

    /** 204 when the open message got it; 201 with id and number of the new message when the old one is closed. */
    @PostMapping("/messages/{id}/follow-ups")
    ResponseEntity<Map<String, Object>> followUp(@PathVariable UUID id, @Valid @RequestBody NewFollowUp followUp) {
        requireAllowed(cards.card(id).can().followUp());
        return followUps
                .takeOrContinue(id, followUp.kind(), followUp.externalId(), followUp.text(), null)
                .map(opened -> ResponseEntity.status(HttpStatus.CREATED)
                        .body(Map.<String, Object>of("id", opened.id(), "number", opened.number())))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/messages/{id}/attachments")
    MessageCard.AttachmentView attach(
            @PathVariable UUID id, @RequestParam MultipartFile file, @RequestParam Attachments.Role role)
            throws IOException {
        try (InputStream content = file.getInputStream()) {
            return uploads.add(id, role, file.getOriginalFilename(), content);
        }
    }

    /** Pictures are shown, everything else is saved: no page of a stranger opens under our address. */
    @GetMapping("/attachments/{id}")
    void file(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        Attachments.File file = attachments.file(id);
        boolean image = file.contentType().startsWith("image/");
        ContentDisposition disposition = (image ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        harmless(response, file.contentType());
        response.setContentLengthLong(file.size());
        attachments.copy(file, response.getOutputStream());
    }

    @GetMapping("/attachments/{id}/preview")
    void preview(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        byte[] picture = attachments.preview(id);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "inline");
        harmless(response, MediaType.IMAGE_JPEG_VALUE);
        response.setContentLength(picture.length);
        response.getOutputStream().write(picture);
    }

    private static void harmless(HttpServletResponse response, String contentType) {
        response.setContentType(contentType);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void requireAllowed(boolean allowed) {
        if (!allowed) {
            throw Refused.forbidden("Нет права", "Это действие доступно не вашей роли или сообщение уже закрыто.");
        }
    }

    record Reason(
            @NotNull(message = "Укажите причину") @Size(max = 2000, message = "Не длиннее 2000 знаков")
            String reason) {}

    record PriorityChange(
            @NotNull(message = "Выберите приоритет") Priority priority,

            @NotNull(message = "Укажите причину") @Size(max = 2000, message = "Не длиннее 2000 знаков")
            String reason) {}

    record NewFollowUp(
            @NotNull(message = "Выберите, что сделал автор") FollowUpKind kind,

            @Size(max = 20_000, message = "Не длиннее 20 000 знаков") @Nullable
            String text,

            @Size(max = 300, message = "Не длиннее 300 знаков") @Nullable
            String externalId) {}
}
