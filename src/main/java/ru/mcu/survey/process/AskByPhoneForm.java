package ru.mcu.survey.process;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import ru.mcu.message.MessageCard;
import ru.mcu.message.MessageCards;
import ru.mcu.message.Publications;
import ru.mcu.platform.FieldError;
import ru.mcu.platform.Refused;
import ru.mcu.platform.task.TaskContext;
import ru.mcu.platform.task.TaskForm;
import ru.mcu.survey.Surveys;

/** The operator calls the author; the mark is kept as given by phone, with who wrote it down (Рубцовск 4.4.3). */
@Component
class AskByPhoneForm implements TaskForm<AskByPhoneForm.Input> {

    private final Surveys surveys;
    private final Publications publications;
    private final MessageCards cards;

    AskByPhoneForm(Surveys surveys, Publications publications, MessageCards cards) {
        this.surveys = surveys;
        this.publications = publications;
        this.cards = cards;
    }

    @Override
    public String taskKey() {
        return "userTask_askByPhone";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        MessageCard.Author author = cards.card(task.subject()).author();
        Map<String, Object> view = new HashMap<>();
        view.put("answer", publications.answerText(task.subject()).orElse(""));
        view.put("authorName", author.name());
        view.put("contact", author.contact());
        return view;
    }

    @Override
    public Map<String, Object> submit(TaskContext task, Input input) {
        UUID survey = UUID.fromString(String.valueOf(task.variable(SurveyVariables.SURVEY_ID.name())));
        if (input.unreachable()) {
            surveys.expire(survey);
            return Map.of(SurveyVariables.SATISFIED.name(), true);
        }
        if (input.mark() == null || input.solved() == null) {
            throw Refused.invalid(
                    "Запишите оценку",
                    "Укажите оценку и решён ли вопрос, или отметьте, что дозвониться не удалось.",
                    new FieldError(
                            input.mark() == null ? "mark" : "solved", "Заполните или отметьте «не дозвонились»"));
        }
        surveys.recordByPhone(survey, input.mark(), input.solved(), input.comment(), task.actor());
        return Map.of(SurveyVariables.SATISFIED.name(), SurveyBridge.isSatisfied(input.mark(), input.solved()));
    }

    record Input(
            @Min(value = 1, message = "Оценка от 1 до 5") @Max(value = 5, message = "Оценка от 1 до 5") @Nullable
            Integer mark,

            @Nullable Boolean solved,

            @Size(max = 2000, message = "Не длиннее 2000 знаков") @Nullable
            String comment,

            boolean unreachable) {}
}
