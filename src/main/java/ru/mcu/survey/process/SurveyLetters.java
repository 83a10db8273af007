package ru.mcu.survey.process;

import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import ru.mcu.message.Publications;
import ru.mcu.survey.Invitation;

/** Words the invitation and the reminder; the link goes into the publication only, never into a variable. */
@Component
class SurveyLetters {

    private final Publications publications;
    private final String publicUrl;

    SurveyLetters(Publications publications, @Value("${mcu.public-url:http://localhost:8080}") String publicUrl) {
        this.publications = publications;
        this.publicUrl = publicUrl;
    }

    UUID invite(UUID message, Invitation invitation) {
        return publications.prepareInvitation(
                message, "Помог ли вам наш ответ? Оцените его, это займёт минуту: " + publicUrl + invitation.path());
    }

    UUID remind(UUID message, Invitation invitation) {
        return publications.prepareInvitation(
                message,
                "Напоминаем: нам важно знать, решён ли ваш вопрос. Оценить ответ: " + publicUrl + invitation.path());
    }
}
