package ru.mcu.message.process;

import java.time.Instant;
import java.util.UUID;
import ru.mcu.Staff;

/** An answer that waits for the ЦУР, for tests of other packages. */
public final class AnswerForCur {

    public static final Instant MONDAY_MORNING = Answering.MONDAY_MORNING;
    public static final String ANSWER = Answering.ANSWER;

    private AnswerForCur() {}

    /** Brings a resonant message to the decision of the ЦУР. */
    public static UUID of(Staff staff) {
        return new Answering(staff).withCur();
    }
}
