package ru.mcu.structuring;

import org.jspecify.annotations.Nullable;

/**
 * A place named in a text.
 *
 * @param street with its type, as the street list spells it («проспект Ленина») or, for a street that is not in the
 *     list, as the citizen wrote it
 * @param house with building part («3 корп. 2»), null when not named; a flat is never taken
 * @param crossStreet second street of an intersection, otherwise null
 * @param districtCode by the street list, null when unknown
 * @param known whether the street is in the list
 * @param from first character in the clean text, −1 when the address came from the source system
 * @param to character after the last one
 */
public record FoundAddress(
        String street,
        @Nullable String house,
        @Nullable String crossStreet,
        @Nullable String districtCode,
        boolean known,
        int from,
        int to) {

    /** One line for a form: «улица Ленина, 15» or «улица Деповская / улица 1 Рабочий». */
    public String oneLine() {
        if (crossStreet != null) {
            return street + " / " + crossStreet;
        }
        return house == null ? street : street + ", " + house;
    }
}
