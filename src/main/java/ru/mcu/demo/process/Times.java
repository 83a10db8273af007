package ru.mcu.demo.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ru.mcu.calendar.Norm;
import ru.mcu.calendar.NormUnit;
import ru.mcu.calendar.WorkingCalendar;

/** Working time counted back from now, so that the demo city looks alive on any day and at any hour. */
final class Times {

    private static final Duration FARTHEST = Duration.ofDays(120);

    private final WorkingCalendar calendar;

    Times(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The latest moment from which this much working time passed until now; exact to a second. */
    Instant ago(double workingHours, Instant now) {
        Duration wanted = Duration.ofSeconds(Math.round(workingHours * 3600));
        long low = now.minus(FARTHEST).getEpochSecond();
        long high = now.getEpochSecond();
        while (low + 1 < high) {
            long middle = (low + high) >>> 1;
            boolean enough = calendar.workingTimeBetween(Instant.ofEpochSecond(middle), now)
                            .compareTo(wanted)
                    >= 0;
            if (enough) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Instant.ofEpochSecond(low);
    }

    /** The moment after so much working time. */
    Instant after(Instant start, double workingHours) {
        BigDecimal hours = BigDecimal.valueOf(workingHours).setScale(3, RoundingMode.HALF_UP);
        return calendar.deadline(start, new Norm(hours, NormUnit.WORKING_HOURS), List.of())
                .at();
    }
}
