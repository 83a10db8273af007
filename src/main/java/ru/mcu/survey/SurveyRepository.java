package ru.mcu.survey;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Surveys in the database. */
interface SurveyRepository extends Repository<Survey, UUID> {

    Survey save(Survey survey);

    Optional<Survey> findById(UUID id);

    Optional<Survey> findFirstByMessageIdOrderByRoundDesc(UUID messageId);

    Optional<Survey> findFirstByMessageIdAndAnsweredAtIsNotNullOrderByRoundDesc(UUID messageId);

    @Query("select s from Survey s where s.tokenHash = :hash or s.reminderTokenHash = :hash")
    Optional<Survey> findByHash(String hash);
}
