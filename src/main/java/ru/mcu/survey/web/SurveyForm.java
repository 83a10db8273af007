package ru.mcu.survey.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import ru.mcu.survey.AnswerInput;
import ru.mcu.survey.photo.Photo;

/** What the form sends, as text, so that everything typed can be shown again beside what is wrong with it. */
record SurveyForm(
        @NotNull(message = "Выберите оценку от 1 до 5")
        @Pattern(regexp = "[1-5]", message = "Выберите оценку от 1 до 5")
        @Nullable
        String mark,

        @NotNull(message = "Отметьте, решён ли вопрос")
        @Pattern(regexp = "yes|no", message = "Отметьте, решён ли вопрос")
        @Nullable
        String solved,

        @Size(
                max = AnswerInput.COMMENT_LIMIT,
                message = "Комментарий длиннее {max} знаков. Сократите его и отправьте ещё раз.")
        @Nullable
        String comment,

        @Nullable MultipartFile photo) {

    static final SurveyForm EMPTY = new SurveyForm(null, null, null, null);

    SurveyForm {
        comment = comment == null ? null : comment.replace("\r\n", "\n");
    }

    boolean hasPhoto() {
        return photo != null && !photo.isEmpty();
    }

    /** The answer for the domain; only for a form without errors. */
    AnswerInput toInput(@Nullable Photo picture) {
        if (mark == null || solved == null) {
            throw new IllegalStateException("The form was not checked");
        }
        return new AnswerInput(Integer.parseInt(mark), solved.equals("yes"), comment, picture);
    }
}
