package ru.mcu.message.process;

import java.util.List;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.mcu.calendar.CalendarChanged;
import ru.mcu.message.Deadlines;

/** Computes open dates anew when a year of the calendar is loaded or changed. */
@Component
class CalendarWatch {

    private final Deadlines deadlines;
    private final RunningTimers timers;

    CalendarWatch(Deadlines deadlines, RunningTimers timers) {
        this.deadlines = deadlines;
        this.timers = timers;
    }

    @EventListener
    @Transactional
    void on(CalendarChanged changed) {
        recompute(deadlines.messagesDueIn(changed.years()));
    }

    /** A year may have been put into the folder while the application stood still. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void afterStart() {
        recompute(deadlines.provisionalMessages());
    }

    private void recompute(List<UUID> messages) {
        messages.forEach(
                message -> timers.follow(deadlines.recompute(message, "Изменился производственный календарь")));
    }
}
