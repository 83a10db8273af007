package ru.mcu.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to register an absence.
 *
 * @param userId who will be away
 * @param deputyId who stands in
 * @param startsAt first moment of the absence; may lie in the past by up to a month (sick leave told afterwards)
 * @param endsAt first moment after it
 */
public record NewAbsence(
        String userId,
        String deputyId,
        Instant startsAt,
        Instant endsAt,
        @Nullable String reason) {}
