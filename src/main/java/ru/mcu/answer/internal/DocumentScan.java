package ru.mcu.answer.internal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.mcu.answer.PersonalDataKind;

/** Finds numbers of documents: СНИЛС, personal ИНН, cards, passports, and dates of birth. */
final class DocumentScan {

    private static final int CONTEXT = 60;

    private static final Pattern SNILS = Pattern.compile("\\d{3}([- ]?)\\d{3}\\1\\d{3}[- ]{0,3}\\d{2}(?![\\d-])");
    private static final Pattern INN = Pattern.compile("\\d{12}(?!\\d)");
    private static final Pattern CARD =
            Pattern.compile("[24-6]\\d{3}([ -]?)\\d{4}\\1\\d{4}\\1\\d{4}(?:\\1\\d{2,3})?(?![\\d-])");
    private static final Pattern PASSPORT =
            Pattern.compile("\\d{2} ?\\d{2}[ ,]{0,2}(?:№|N|номер|ном\\.)?[ :]{0,2}\\d{6}(?![\\d-])");
    private static final Pattern SPACED_PASSPORT = Pattern.compile("\\d{2} \\d{2} (?:№ ?)?\\d{6}");
    private static final String DATE =
            "(?:\\d{1,2}[.]\\d{1,2}[.](?:\\d{4}|\\d{2})|\\d{1,2} (?:янв|фев|мар|апр|ма|июн|июл|авг|сен|окт|ноя|дек)"
                    + "[а-я]{1,6} \\d{4})";
    private static final Pattern BORN_AFTER = Pattern.compile(
            DATE + "(?= ?(?:г\\.? ?)?(?:г ?\\.? ?р(?!\\p{L})|(?:года? )?рожд))", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE_ALONE = Pattern.compile(DATE + "(?!\\d)");

    /** Longest number looked for, with its separators. */
    private static final int LONGEST = 40;

    private DocumentScan() {}

    /** Every number is looked at once, from its first digit. */
    static void scan(String text, Claims claims) {
        var matchers = new Matchers(text);
        for (int i = 0; i < text.length(); i++) {
            if (NormalizedText.isDigit(text.charAt(i)) && (i == 0 || !NormalizedText.isDigit(text.charAt(i - 1)))) {
                numberAt(i, matchers, claims);
            }
        }
    }

    /** One matcher of each kind for the whole text. */
    private record Matchers(
            String text, Matcher snils, Matcher card, Matcher inn, Matcher passport, Matcher bornAfter, Matcher date) {

        Matchers(String text) {
            this(
                    text,
                    SNILS.matcher(text),
                    CARD.matcher(text),
                    INN.matcher(text),
                    PASSPORT.matcher(text),
                    BORN_AFTER.matcher(text),
                    DATE_ALONE.matcher(text));
        }
    }

    private static void numberAt(int i, Matchers in, Claims claims) {
        var text = in.text;
        char before = i == 0 ? ' ' : text.charAt(i - 1);
        boolean apart = before != '-';
        if (apart && fits(in.snils, i)) {
            boolean separated = !in.snils.group(1).isEmpty();
            if (separated && Checksums.snils(digits(in.snils)) || after(text, in.snils, "снилс")) {
                add(PersonalDataKind.SNILS, in.snils, claims);
            }
        }
        if (apart && before != '.' && before != ',' && fits(in.card, i) && Checksums.luhn(digits(in.card))) {
            add(PersonalDataKind.CARD, in.card, claims);
        }
        if (fits(in.inn, i) && (Checksums.personInn(in.inn.group()) || after(text, in.inn, "инн"))) {
            add(PersonalDataKind.INN, in.inn, claims);
        }
        if (apart
                && fits(in.passport, i)
                && (SPACED_PASSPORT.matcher(in.passport.group()).matches()
                        || after(text, in.passport, "паспорт")
                        || after(text, in.passport, "сери"))) {
            add(PersonalDataKind.PASSPORT, in.passport, claims);
        }
        if (fits(in.bornAfter, i)) {
            add(PersonalDataKind.BIRTH_DATE, in.bornAfter, claims);
        } else if (fits(in.date, i) && shortlyAfterBirth(text, i)) {
            add(PersonalDataKind.BIRTH_DATE, in.date, claims);
        }
    }

    private static boolean fits(Matcher matcher, int from) {
        matcher.reset();
        return matcher.useTransparentBounds(true)
                .region(from, Math.min(matcher.regionEnd(), from + LONGEST))
                .lookingAt();
    }

    private static boolean shortlyAfterBirth(String text, int from) {
        var before = text.substring(Math.max(0, from - 18), from).toLowerCase(Locale.ROOT);
        return before.contains("рождени") || before.contains("родил");
    }

    private static void add(PersonalDataKind kind, Matcher found, Claims claims) {
        claims.add(Hit.personal(kind, found.start(), found.end()));
    }

    private static boolean after(String text, Matcher found, String word) {
        return text.substring(Math.max(0, found.start() - CONTEXT), found.start())
                .toLowerCase(Locale.ROOT)
                .contains(word);
    }

    private static String digits(Matcher found) {
        return found.group().replaceAll("\\D", "");
    }
}
