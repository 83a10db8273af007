package ru.mcu.survey;

/** Says why a survey takes no answer; the message is Russian, holds no token and may be shown to a user. */
public final class SurveyUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why there is nothing to answer. */
    public enum Reason {
        UNKNOWN("Опрос не найден. Проверьте ссылку."),
        EXPIRED("Срок опроса закончился, оценку поставить уже нельзя."),
        ANSWERED("На этот опрос уже ответили. Обновите страницу, чтобы увидеть оценку.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;

    SurveyUnavailableException(Reason reason) {
        super(reason.message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
