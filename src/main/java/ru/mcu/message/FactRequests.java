package ru.mcu.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All rows of {@link FactRequest}. */
interface FactRequests extends Repository<FactRequest, UUID> {

    FactRequest save(FactRequest row);

    Optional<FactRequest> findById(UUID id);

    List<FactRequest> findByMessageIdOrderByAskedAt(UUID messageId);

    List<FactRequest> findByMessageIdAndAnsweredAtIsNullOrderByAskedAt(UUID messageId);
}
