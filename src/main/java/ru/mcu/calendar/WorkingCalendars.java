package ru.mcu.calendar;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import ru.mcu.calendar.internal.CalendarFiles;

/** Keeps the city's calendar in step with its folder and says aloud when a year is missing. */
public class WorkingCalendars {

    private static final Logger log = LoggerFactory.getLogger(WorkingCalendars.class);

    private final CalendarSettings settings;
    private final Path folder;
    private final ApplicationEventPublisher events;
    private final Set<Integer> alarmed = ConcurrentHashMap.newKeySet();
    private final WorkingCalendar calendar;

    WorkingCalendars(CalendarSettings settings, Path folder, ApplicationEventPublisher events) {
        this.settings = settings;
        this.folder = folder;
        this.events = events;
        this.calendar =
                new WorkingCalendar(settings, CalendarFiles.read(folder, settings.calendars()), this::alarmOnce);
        log.info("Рабочий календарь: загружены годы {}", loadedYears());
    }

    /** The calendar; the same object for good, reloads included. */
    public WorkingCalendar calendar() {
        return calendar;
    }

    /** Years whose calendar is loaded, ascending. */
    public Set<Integer> loadedYears() {
        return new TreeSet<>(calendar.source().years().keySet());
    }

    /**
     * Reads the folder again and publishes {@link CalendarChanged} when any day differs.
     *
     * @return the years that differ
     * @throws CalendarFileException when a file cannot be used; the calendar stays as it was
     */
    public synchronized Set<Integer> reload() {
        Set<Integer> changed = calendar.replace(CalendarFiles.read(folder, settings.calendars()));
        alarmed.clear();
        log.info("Рабочий календарь перечитан: загружены годы {}, изменились {}", loadedYears(), changed);
        if (!changed.isEmpty()) {
            events.publishEvent(new CalendarChanged(changed));
        }
        return changed;
    }

    /** Logs an error and publishes {@link CalendarYearMissing}, every time it is called. */
    void alarm(int year) {
        log.error(
                "Производственный календарь на {} год не загружен: сроки в нём предварительные. Положите файл на этот"
                        + " год в {} и перечитайте календари.",
                year,
                folder);
        events.publishEvent(new CalendarYearMissing(year));
    }

    private void alarmOnce(int year) {
        if (alarmed.add(year)) {
            alarm(year);
        }
    }
}
