package ru.mcu.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All rows of {@link Draft}. */
interface Drafts extends Repository<Draft, UUID> {

    Draft save(Draft row);

    Optional<Draft> findById(UUID id);

    List<Draft> findByMessageIdOrderByVersionNo(UUID messageId);

    Optional<Draft> findTopByMessageIdOrderByVersionNoDesc(UUID messageId);
}
