package ru.mcu.platform;

import java.time.Instant;

/** A time that can be put to a past moment, so that demonstration data get the dates of real work. */
public interface MovableTime {

    /** Time stands at the moment until it is moved again or released. */
    void moveTo(Instant moment);

    /** Time is that of the system again. */
    void release();
}
