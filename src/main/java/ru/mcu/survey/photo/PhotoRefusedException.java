package ru.mcu.survey.photo;

/** Says in Russian why a picture is not taken and what to do; safe to show to a user. */
public final class PhotoRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    PhotoRefusedException(String message) {
        super(message);
    }

    PhotoRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
