package ru.mcu.directory.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ru.mcu.directory.Absence;
import ru.mcu.directory.Directory;

/** A row of the page of absences; {@code state} is planned, active, ending, finished or cancelled. */
record AbsenceView(
        UUID id,
        String userId,
        String userName,
        String deputyId,
        String deputyName,
        Instant startsAt,
        Instant endsAt,
        @Nullable String reason,
        String state) {

    static AbsenceView of(Absence absence, Directory directory, Instant now) {
        return new AbsenceView(
                absence.id(),
                absence.userId(),
                directory.personName(absence.userId()),
                absence.deputyId(),
                directory.personName(absence.deputyId()),
                absence.startsAt(),
                absence.endsAt(),
                absence.reason().orElse(null),
                absence.state(now).name().toLowerCase(Locale.ROOT));
    }
}
