package ru.mcu.survey;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Photos of answers in the database. */
interface SurveyPhotoRepository extends Repository<SurveyPhoto, UUID> {

    SurveyPhoto save(SurveyPhoto photo);

    Optional<SurveyPhoto> findById(UUID surveyId);
}
