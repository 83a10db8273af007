package ru.mcu.survey;

import org.jspecify.annotations.Nullable;
import ru.mcu.survey.photo.Photo;

/**
 * What a citizen gives as the answer to a survey, already in the shape the domain accepts.
 *
 * @param mark 1–5
 * @param solved whether the author holds the matter solved
 * @param comment at most {@value #COMMENT_LIMIT} characters after cleaning; blank becomes {@code null}
 * @param photo the re-encoded photo, if any
 */
public record AnswerInput(
        int mark,
        boolean solved,
        @Nullable String comment,
        @Nullable Photo photo) {

    public static final int COMMENT_LIMIT = 2000;

    public AnswerInput {
        mark = SurveyMark.of(mark).value();
        comment = comment == null ? null : PlainText.clean(comment);
        if (comment != null && comment.isEmpty()) {
            comment = null;
        }
        if (comment != null && comment.length() > COMMENT_LIMIT) {
            throw new IllegalArgumentException("Комментарий длиннее " + COMMENT_LIMIT + " знаков: сократите его");
        }
    }
}
