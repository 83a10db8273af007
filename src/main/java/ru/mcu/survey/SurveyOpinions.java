package ru.mcu.survey;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import ru.mcu.message.AuthorOpinions;

/** Tells the analyst's form what the author answered. */
@Component
class SurveyOpinions implements AuthorOpinions {

    private final Surveys surveys;

    SurveyOpinions(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public Optional<Opinion> of(UUID messageId) {
        return surveys.resultOf(messageId).map(result -> new Opinion(result.mark(), result.solved(), result.comment()));
    }
}
