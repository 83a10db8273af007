package ru.mcu.directory.internal;

import ru.mcu.calendar.CalendarSettings;
import ru.mcu.directory.City;
import ru.mcu.directory.WorkingHours;

/** Tells the calendar module the city's zone, working day and production calendars. */
final class CityCalendar {

    private CityCalendar() {}

    static CalendarSettings settings(City city) {
        WorkingHours hours = city.workingHours();
        return new CalendarSettings(
                city.zone(),
                hours.start(),
                hours.end(),
                hours.lunchCounted(),
                hours.lunchStart(),
                hours.lunchEnd(),
                city.calendars());
    }
}
