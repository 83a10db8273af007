package ru.mcu.calendar;

/** A calendar file cannot be used; the Russian message names the file, the line and what to correct. */
public class CalendarFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CalendarFileException(String message) {
        super(message);
    }

    public CalendarFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
