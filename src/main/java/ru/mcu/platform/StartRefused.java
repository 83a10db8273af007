package ru.mcu.platform;

/** Stops the start with a reason an administrator understands: what is wrong and what to do, both in Russian. */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param reason what is wrong, in Russian, without secrets
     * @param action what the administrator should do, in Russian
     */
    public StartRefused(String reason, String action) {
        super(reason);
        this.action = action;
    }

    /** What to do, in Russian, one or more lines. */
    public String action() {
        return action;
    }
}
