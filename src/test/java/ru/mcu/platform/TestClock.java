package ru.mcu.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/** The clock of tests: it stands where it was put, for the application and for the engine alike. */
public class TestClock extends Clock {

    private volatile @Nullable Instant fixed;

    /** Stops the time at the moment. */
    public void set(Instant moment) {
        fixed = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Lets the time run again; call it after each test that stopped it. */
    public void reset() {
        fixed = null;
        ClockUtil.reset();
    }

    @Override
    public Instant instant() {
        Instant at = fixed;
        return at == null ? Instant.ofEpochMilli(System.currentTimeMillis()) : at;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
