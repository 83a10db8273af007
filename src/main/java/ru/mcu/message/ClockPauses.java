package ru.mcu.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All rows of {@link ClockPause}. */
interface ClockPauses extends Repository<ClockPause, UUID> {

    ClockPause save(ClockPause row);

    Optional<ClockPause> findById(UUID id);

    List<ClockPause> findByMessageIdOrderByStartsAt(UUID messageId);

    Optional<ClockPause> findByMessageIdAndEndsAtIsNull(UUID messageId);
}
