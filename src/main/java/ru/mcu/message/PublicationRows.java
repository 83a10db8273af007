package ru.mcu.message;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All rows of {@link Publication}. */
interface PublicationRows extends Repository<Publication, UUID> {

    Publication save(Publication row);

    Optional<Publication> findById(UUID id);

    List<Publication> findByMessageIdOrderByCreatedAt(UUID messageId);

    Optional<Publication> findTopByMessageIdAndKindInAndStatusOrderByPublishedAtDesc(
            UUID messageId, Collection<PublicationKind> kinds, PublicationStatus status);

    List<Publication> findByMessageIdAndStatus(UUID messageId, PublicationStatus status);
}
