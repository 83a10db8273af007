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

    @Query(nativeQuery = true, value = "select nextval('mcu.message_number') from generate_series(1, :count)")
    List<Long> nextNumbers(long count);

    @Query("select m.externalId as externalId, m.sourceHash as sourceHash from Message m"
            + " where m.channel = :channel and m.externalId in :ids")
    List<KnownRow> hashesOf(String channel, List<String> ids);

    /** The newest messages of a group of topics; a bounded number, so that the search costs the same in every city. */
    @Query("select m.id as id, m.fingerprint as fingerprint, m.nearFingerprint as nearFingerprint from Message m"
            + " where m.topicGroup = :topicGroup and m.receivedAt > :after and m.id <> :except"
            + " and m.nearFingerprint <> 0 order by m.receivedAt desc limit :limit")
    List<NearCandidate> recentOf(String topicGroup, Instant after, UUID except, int limit);

    List<Message> findByIdIn(List<UUID> ids);

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
