package ru.mcu.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All rows of {@link FollowUp}. */
interface FollowUpRows extends Repository<FollowUp, UUID> {

    FollowUp save(FollowUp row);

    Optional<FollowUp> findById(UUID id);

    List<FollowUp> findByMessageIdOrderByAt(UUID messageId);

    Optional<FollowUp> findByMessageIdAndExternalId(UUID messageId, String externalId);
}
