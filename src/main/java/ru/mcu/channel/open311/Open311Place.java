package ru.mcu.channel.open311;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a problem is: an address, a point, or both; a message keeps them as one line. */
record Open311Place(
        @Nullable String address,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    private static final Pattern LINE =
            Pattern.compile("(?s)(?:(.*\\S)\\s+)?\\(?(-?\\d{1,2}\\.\\d{5}), (-?\\d{1,3}\\.\\d{5})\\)?");

    /** A flat is where somebody lives, not where the problem is. */
    private static final Pattern FLAT = Pattern.compile("(?iu),?\\s*(?:кв\\.?|квартира)\\s*№?\\s*\\d+\\w?");

    static Open311Place parse(@Nullable String line) {
        Matcher both = LINE.matcher(line == null ? "" : line);
        return both.matches()
                ? new Open311Place(both.group(1), Double.valueOf(both.group(2)), Double.valueOf(both.group(3)))
                : new Open311Place(line, null, null);
    }

    String line() {
        String point = latitude == null || longitude == null
                ? ""
                : String.format(Locale.ROOT, "%.5f, %.5f", latitude, longitude);
        if (address == null || address.isBlank()) {
            return point;
        }
        return point.isEmpty() ? address : address + " (" + point + ")";
    }

    @Nullable
    String addressWithoutFlat() {
        return address == null ? null : FLAT.matcher(address).replaceAll("").strip();
    }
}
