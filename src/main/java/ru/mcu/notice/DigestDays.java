package ru.mcu.notice;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets one node send the digest of a day. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DigestDays {

    private final HabitRows rows;
    private final Clock clock;

    DigestDays(HabitRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /** True for the first that asks. */
    public boolean begin(LocalDate day) {
        return rows.beginDigest(day, clock.instant());
    }
}
