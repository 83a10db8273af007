package ru.mcu.channel.open311;

import org.springframework.http.HttpStatus;

/** An error as GeoReport v2 tells it: a code and a sentence. */
final class Open311Refused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;

    Open311Refused(HttpStatus status, String description) {
        super(description);
        this.status = status;
    }

    static Open311Refused missing(String description) {
        return new Open311Refused(HttpStatus.NOT_FOUND, description);
    }

    static Open311Refused invalid(String description) {
        return new Open311Refused(HttpStatus.BAD_REQUEST, description);
    }

    HttpStatus status() {
        return status;
    }
}
