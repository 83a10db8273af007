package ru.mcu.channel;

import java.util.random.RandomGenerator;

/** What a channel's server does to a call instead of answering it properly. */
@FunctionalInterface
public interface Mischief {

    /** One way to misbehave. */
    enum Act {
        NONE,
        /** Answers with the channel's own temporary error and takes nothing. */
        ERROR,
        /** Takes the text and answers after the caller's time-out. */
        SLOW_AFTER_ACCEPT,
        /** Cuts the connection and takes nothing. */
        CUT_BEFORE,
        /** Takes the text and cuts the connection before answering. */
        CUT_AFTER_ACCEPT
    }

    Act next();

    static Mischief none() {
        return () -> Act.NONE;
    }

    /** Misbehaves in the given share of calls, each way as often. */
    static Mischief share(double share, RandomGenerator random) {
        Act[] acts = {Act.ERROR, Act.SLOW_AFTER_ACCEPT, Act.CUT_BEFORE, Act.CUT_AFTER_ACCEPT};
        return () -> random.nextDouble() < share ? acts[random.nextInt(acts.length)] : Act.NONE;
    }
}
