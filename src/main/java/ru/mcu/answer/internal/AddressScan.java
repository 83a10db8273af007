package ru.mcu.answer.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import ru.mcu.answer.PersonalDataKind;

/**
 * Finds where a person lives: any flat number, and the address after words such as «проживает по адресу». A street
 * and a house alone are where the work is done, and stay.
 */
final class AddressScan {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern FLAT = Pattern.compile(
            "кв(?:-?ра|артир[аеуы])?(?:\\.|(?!\\p{L})) {0,2}(?:№ {0,2})?(\\d{1,4})(?:-?[а-я](?!\\p{L}))?(?! ?[\\d%])",
            FLAGS);
    private static final Pattern LIVES = Pattern.compile(
            "(?:прожива\\p{L}{1,6}|зарегистрирован\\p{L}{0,3}|прописан\\p{L}{0,2}|жив[уе]т?|домашн\\p{L}{2,3})"
                    + "(?: по)?[ :,]{0,2}$",
            FLAGS);
    private static final Pattern PLACE = Pattern.compile(
            "адрес\\p{L}{0,2}[ :-]{1,3}"
                    + "([^\\n!?;<>\\[]{3,90}?\\d{1,4}(?: ?[а-я](?!\\p{L}))?(?:[/\\\\-]\\d{1,4})?)(?![\\d\\p{L}])"
                    + "(?:,? ?(?:корп|к)\\.? ?\\d{1,2})?",
            FLAGS);
    private static final int BEFORE_ADDRESS = 30;
    private static final int LONGEST = 130;

    private AddressScan() {}

    static void scan(String text, Claims claims) {
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            lower = text;
        }
        homes(lower, claims);
        flats(lower, claims);
    }

    private static void homes(String text, Claims claims) {
        var place = PLACE.matcher(text);
        for (int i = text.indexOf("адрес"); i >= 0; i = text.indexOf("адрес", i + 1)) {
            var before = text.substring(Math.max(0, i - BEFORE_ADDRESS), i);
            if (LIVES.matcher(before).find()
                    && place.region(i, Math.min(text.length(), i + LONGEST)).lookingAt()) {
                claims.add(Hit.personal(PersonalDataKind.ADDRESS, place.start(1), place.end()));
            }
        }
    }

    private static void flats(String text, Claims claims) {
        var flat = FLAT.matcher(text);
        for (int i = text.indexOf("кв"); i >= 0; i = text.indexOf("кв", i + 1)) {
            boolean wordBegins = i == 0 || !Character.isLetter(text.charAt(i - 1));
            if (wordBegins && flat.region(i, Math.min(text.length(), i + 30)).lookingAt()) {
                int number = Integer.parseInt(flat.group(1));
                boolean year = number >= 1990 && number <= 2100;
                if (!year) {
                    claims.add(Hit.personal(PersonalDataKind.FLAT, flat.start(), flat.end()));
                }
            }
        }
    }
}
