package ru.mcu.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import ru.mcu.calendar.internal.Russian;

/** The unit of a norm, named in Russian because the decision tables of a city name it so. */
public enum NormUnit {
    WORKING_HOURS("рабочие часы", "рабочий час", "рабочих часа", "рабочих часов", "рабочего часа"),
    WORKING_DAYS("рабочие дни", "рабочий день", "рабочих дня", "рабочих дней", "рабочего дня"),
    CALENDAR_DAYS("календарные дни", "календарный день", "календарных дня", "календарных дней", "календарного дня"),
    /** Round the clock, nights and weekends included. */
    CLOCK_HOURS("часы", "час", "часа", "часов", "часа");

    private final String russianName;
    private final String one;
    private final String few;
    private final String many;
    private final String ofFraction;

    NormUnit(String russianName, String one, String few, String many, String ofFraction) {
        this.russianName = russianName;
        this.one = one;
        this.few = few;
        this.many = many;
        this.ofFraction = ofFraction;
    }

    /** The name written in decision tables: «рабочие часы», «рабочие дни», «календарные дни», «часы». */
    public String russianName() {
        return russianName;
    }

    /** Reads {@link #russianName()}, whatever the case and spacing; any other text is refused in Russian. */
    public static NormUnit parse(String russianName) {
        String wanted = russianName.strip().replaceAll("[\\s\\u00a0]+", " ").toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> unit.russianName.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Неизвестная единица срока «" + russianName
                        + "». Допустимо: "
                        + Arrays.stream(values()).map(NormUnit::russianName).collect(Collectors.joining(", "))
                        + "."));
    }

    boolean isHours() {
        return this == WORKING_HOURS || this == CLOCK_HOURS;
    }

    String count(long amount) {
        return amount + " " + Russian.plural(amount, one, few, many);
    }

    String ofFraction() {
        return ofFraction;
    }
}
