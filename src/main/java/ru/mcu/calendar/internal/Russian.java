package ru.mcu.calendar.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Russian plurals and dates of the explanations. */
public final class Russian {

    public static final Locale LOCALE = Locale.forLanguageTag("ru-RU");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", LOCALE);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy 'года'", LOCALE);

    private Russian() {}

    /** Picks the form that goes with a whole number: 1 день, 2 дня, 5 дней. */
    public static String plural(long number, String one, String few, String many) {
        long lastTwo = number % 100;
        long last = number % 10;
        if (lastTwo >= 11 && lastTwo <= 14) {
            return many;
        }
        if (last == 1) {
            return one;
        }
        return last >= 2 && last <= 4 ? few : many;
    }

    /** «4 ноября»; with the year when it is not the one the reader has in mind. */
    public static String day(LocalDate date, int usualYear) {
        return (date.getYear() == usualYear ? DAY : DAY_OF_YEAR).format(date);
    }

    /** Ascending dates, neighbours joined: «15–16 ноября, 31 января – 1 февраля». */
    public static String days(List<LocalDate> dates, int usualYear) {
        List<String> ranges = new ArrayList<>();
        int from = 0;
        while (from < dates.size()) {
            int to = from;
            while (to + 1 < dates.size()
                    && dates.get(to + 1).equals(dates.get(to).plusDays(1))) {
                to++;
            }
            ranges.add(range(dates.get(from), dates.get(to), usualYear));
            from = to + 1;
        }
        return String.join(", ", ranges);
    }

    private static String range(LocalDate first, LocalDate last, int usualYear) {
        if (first.equals(last)) {
            return day(first, usualYear);
        }
        boolean sameMonth = first.getYear() == last.getYear() && first.getMonth() == last.getMonth();
        return sameMonth
                ? first.getDayOfMonth() + "–" + day(last, usualYear)
                : day(first, usualYear) + " – " + day(last, usualYear);
    }
}
