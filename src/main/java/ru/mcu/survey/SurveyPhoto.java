package ru.mcu.survey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import ru.mcu.survey.photo.Photo;

/** The photo of one answer, kept apart so that reading surveys never reads pictures. */
@Entity
@Table(schema = "mcu", name = "survey_photo")
class SurveyPhoto {

    @Id
    private UUID surveyId;

    @Column(nullable = false)
    private String contentType;

    @Column(nullable = false)
    private byte[] content;

    @SuppressWarnings("NullAway.Init")
    protected SurveyPhoto() {}

    SurveyPhoto(UUID surveyId, Photo photo) {
        this.surveyId = surveyId;
        this.contentType = Photo.CONTENT_TYPE;
        this.content = photo.bytes();
    }

    UUID surveyId() {
        return surveyId;
    }

    Photo photo() {
        return Photo.stored(content);
    }
}
