package ru.mcu.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All messages of the city. */
interface Messages extends Repository<Message, UUID> {

    Message save(Message message);

    Optional<Message> findById(UUID id);

    Optional<Message> findByChannelAndExternalId(String channel, String externalId);

    Optional<Message> findByNumber(String number);

    @Query(nativeQuery = true, value = "select nextval('mcu.message_number')")
    long nextNumber();

    @Query(nativeQuery = true, value = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:key, 0))) locked")
    Integer lockKey(String key);

    List<Message> findTop20ByAuthorKeyAndIdNotOrderByReceivedAtDesc(String authorKey, UUID except);

    List<Message> findTop20ByPlaceKeyAndIdNotOrderByReceivedAtDesc(String placeKey, UUID except);

    List<Message> findTop5ByFingerprintAndIdNotAndReceivedAtAfterOrderByReceivedAtDesc(
            String fingerprint, UUID except, Instant after);

    List<Message> findTop5ByPlaceKeyAndTopicGroupAndIdNotAndReceivedAtAfterOrderByReceivedAtDesc(
            String placeKey, String topicGroup, UUID except, Instant after);

    @Query(
            "select m.id from Message m where m.parentId = :parent and m.status = ru.mcu.message.MessageStatus.AWAITING_PARENT order by m.id limit :limit")
    List<UUID> waitingFor(UUID parent, int limit);
}
