package ru.mcu.answer.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Calendar dates written in Russian: «05.12.2026», «5.12», «5 декабря 2026». */
final class Dates {

    /** A date in a text; year 0 when not written. */
    record Mention(int from, int to, int day, int month, int year) {

        boolean is(LocalDate date) {
            return day == date.getDayOfMonth()
                    && month == date.getMonthValue()
                    && (year == 0 || year == date.getYear() || year == date.getYear() % 100);
        }
    }

    private static final List<String> MONTHS = List.of(
            "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр");

    private static final Pattern DATE = Pattern.compile(
            "(?<![\\d.])(\\d{1,2})(?:\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?(?![\\d])"
                    + "|[ \\u00a0](январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)(?:я|а)(?!\\p{L})"
                    + "(?:[ \\u00a0](\\d{4}))?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Dates() {}

    static List<Mention> in(String text) {
        var mentions = new ArrayList<Mention>();
        for (var found = DATE.matcher(text); found.find(); ) {
            int day = Integer.parseInt(found.group(1));
            var named = found.group(4);
            int month = named == null
                    ? Integer.parseInt(found.group(2))
                    : MONTHS.indexOf(Text.fold(named.toLowerCase(java.util.Locale.ROOT))) + 1;
            var year = named == null ? found.group(3) : found.group(5);
            if (day >= 1 && day <= 31 && month >= 1 && month <= 12) {
                mentions.add(
                        new Mention(found.start(), found.end(), day, month, year == null ? 0 : Integer.parseInt(year)));
            }
        }
        return mentions;
    }

    static boolean mentioned(String text, LocalDate date) {
        return in(text).stream().anyMatch(mention -> mention.is(date));
    }

    /** «05.12.2026», as people write it. */
    static String written(LocalDate date) {
        return "%02d.%02d.%d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }
}
