package ru.mcu.calendar.web;

import java.util.Set;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import ru.mcu.calendar.CalendarFileException;
import ru.mcu.calendar.WorkingCalendars;
import ru.mcu.platform.CurrentUser;
import ru.mcu.platform.Refused;

/** Lets an administrator put a new or corrected year in force without a restart. */
@RestController
class CalendarController {

    private final WorkingCalendars calendars;
    private final CurrentUser user;

    CalendarController(WorkingCalendars calendars, CurrentUser user) {
        this.calendars = calendars;
        this.user = user;
    }

    /** Reads the calendar files again; open deadlines of changed years are computed anew. */
    @PostMapping("/api/admin/calendar/reload")
    Reloaded reload() {
        if (!user.in("admin") && !user.in("camunda-admin")) {
            throw Refused.forbidden("Нет права", "Календарь загружает только администратор.");
        }
        try {
            return new Reloaded(calendars.reload(), calendars.loadedYears());
        } catch (CalendarFileException e) {
            throw Refused.invalid("Календарь не загружен", String.valueOf(e.getMessage()));
        }
    }

    record Reloaded(Set<Integer> changed, Set<Integer> loaded) {}
}
