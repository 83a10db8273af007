package ru.mcu.channel.media;

import java.io.IOException;

/** A file could not be fetched. The message is the reason for staff, in Russian, without the address. */
final class FetchFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean forever;

    private FetchFailed(String reason, boolean forever) {
        super(reason);
        this.forever = forever;
    }

    static FetchFailed forever(String reason) {
        return new FetchFailed(reason, true);
    }

    static FetchFailed forNow(String reason) {
        return new FetchFailed(reason, false);
    }

    /** Whether another attempt can change nothing. */
    boolean isForever() {
        return forever;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
