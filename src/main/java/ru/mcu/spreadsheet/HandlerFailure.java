package ru.mcu.spreadsheet;

/** Carries an exception of the caller's handler through the parser, so that it is not taken for a broken file. */
final class HandlerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RuntimeException original;

    HandlerFailure(RuntimeException original) {
        super(original);
        this.original = original;
    }

    RuntimeException original() {
        return original;
    }
}
