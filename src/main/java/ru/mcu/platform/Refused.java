package ru.mcu.platform;

import java.util.List;
import org.springframework.http.HttpStatus;

/**
 * A request that the domain refuses, told to the user as RFC 9457 problem details. Title and detail are Russian, say
 * what to do, and hold no personal data.
 */
public class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String title;
    private final transient List<FieldError> errors;

    public Refused(HttpStatus status, String title, String detail, List<FieldError> errors) {
        super(detail);
        this.status = status;
        this.title = title;
        this.errors = List.copyOf(errors);
    }

    /** 422: what was sent breaks a rule. */
    public static Refused invalid(String title, String detail, FieldError... errors) {
        return new Refused(HttpStatus.UNPROCESSABLE_ENTITY, title, detail, List.of(errors));
    }

    /** 409: somebody else was faster, or the state no longer allows it. */
    public static Refused conflict(String title, String detail) {
        return new Refused(HttpStatus.CONFLICT, title, detail, List.of());
    }

    /** 404: there is no such thing, or this user may not know of it. */
    public static Refused missing(String title, String detail) {
        return new Refused(HttpStatus.NOT_FOUND, title, detail, List.of());
    }

    /** 403: this user may not do it. */
    public static Refused forbidden(String title, String detail) {
        return new Refused(HttpStatus.FORBIDDEN, title, detail, List.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The Russian explanation; the same as the exception's message. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }
}
