package ru.mcu.directory.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import ru.mcu.directory.NewAbsence;

/** What the page of absences sends; moments are ISO 8601 with a zone. */
record AbsenceRequest(
        @NotBlank(message = "Укажите, кто отсутствует.") String userId,
        @NotBlank(message = "Укажите заместителя.") String deputyId,
        @NotNull(message = "Укажите начало.") Instant startsAt,
        @NotNull(message = "Укажите окончание.") Instant endsAt,

        @Size(max = 500, message = "Причина не длиннее 500 знаков.") @Nullable
        String reason) {

    NewAbsence toDomain() {
        return new NewAbsence(userId, deputyId, startsAt, endsAt, reason);
    }
}
