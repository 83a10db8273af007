package ru.mcu.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** All rows of {@link Approval}. */
interface ApprovalRows extends Repository<Approval, UUID> {

    Approval save(Approval row);

    Optional<Approval> findById(UUID id);

    List<Approval> findByMessageIdOrderByDecidedAtAscIdAsc(UUID messageId);

    long countByMessageIdAndStage(UUID messageId, ApprovalStage stage);

    Optional<Approval> findTopByMessageIdOrderByDecidedAtDescIdDesc(UUID messageId);

    Optional<Approval> findTopByDraftIdOrderByDecidedAtDescIdDesc(UUID draftId);
}
