package ru.mcu.answer.internal;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ru.mcu.answer.PersonalDataKind;

/**
 * Finds phones. The text is walked once and only short candidates go to libphonenumber, because its own search may
 * take minutes on a hostile text.
 */
final class PhoneScan {

    /** Digits of one candidate: E.164 allows 15. */
    private static final int MAX_DIGITS = 15;

    private static final int MAX_GAP = 3;
    private static final int MAX_GROUPS = 7;
    private static final int SERVICE_CONTEXT = 90;
    private static final int PHONE_CONTEXT = 25;

    /** After so many looked-up candidates anything of a phone's length is hidden without a look-up. */
    private static final int MAX_LOOKUPS = 2_000;

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Pattern LOCAL = Pattern.compile("\\d{1,3}-\\d{2}-\\d{2}|\\d{3} \\d{2} \\d{2}|\\d{5,7}");
    private static final Pattern DAY_MONTH = Pattern.compile("(?:0?[1-9]|[12]\\d|3[01])-(?:0[1-9]|1[0-2])-\\d{2}");
    private static final Pattern MONEY = Pattern.compile("\\d \\d{3} \\d{3} \\d{3}");
    private static final Pattern UNIT =
            Pattern.compile(" ?(?:%|(?:см|мм|м|км|руб|р|тыс|млн|лет|раз|шт|мин|час|ч|дн|га)(?!\\p{L}))");

    private static final Set<PhoneNumberType> PUBLIC_LINES = Set.of(
            PhoneNumberType.TOLL_FREE,
            PhoneNumberType.SHARED_COST,
            PhoneNumberType.PREMIUM_RATE,
            PhoneNumberType.UAN,
            PhoneNumberType.VOICEMAIL);

    /** A run of digits with short gaps: {@code ends[n]} is the offset after digit {@code n}. */
    private record Run(String digits, int[] ends, int[] groups, boolean plus, boolean bracket) {}

    private final String text;
    private final Claims claims;
    private final List<String> serviceWords;
    private final Set<String> allowed;
    private int lookups;

    PhoneScan(String text, Claims claims, List<String> serviceWords, Collection<String> allowedPhones) {
        this.text = text;
        this.claims = claims;
        this.serviceWords = serviceWords;
        this.allowed = allowedPhones.stream().map(PhoneScan::national).collect(Collectors.toUnmodifiableSet());
    }

    void scan() {
        for (int i = 0; i < text.length(); ) {
            if (!startsNumber(i)) {
                i++;
                continue;
            }
            int end = phoneAt(i);
            boolean digit = NormalizedText.isDigit(text.charAt(i));
            i = end > 0 ? end : digit ? afterDigits(i) : i + 1;
        }
    }

    private boolean startsNumber(int i) {
        char c = text.charAt(i);
        boolean opens = NormalizedText.isDigit(c)
                || (c == '+' || c == '(')
                        && i + 1 < text.length()
                        && (NormalizedText.isDigit(text.charAt(i + 1)) || text.charAt(i + 1) == '(');
        if (!opens || i == 0) {
            return opens;
        }
        char before = text.charAt(i - 1);
        char earlier = i > 1 ? text.charAt(i - 2) : ' ';
        if (before == '-' || before == '.' || before == ',' || before == ':' || before == '(' || before == '+') {
            return !NormalizedText.isDigit(earlier);
        }
        return !NormalizedText.isDigit(before)
                && "_=/&%#".indexOf(before) < 0
                && !(before < 0x80 && Character.isLetter(before));
    }

    private int afterDigits(int i) {
        int end = i + 1;
        while (end < text.length() && NormalizedText.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Claims a phone that begins here; returns the offset after it, or -1. */
    private int phoneAt(int start) {
        var run = run(start);
        for (int length : run.plus ? new int[] {11, 12, 13, 10} : new int[] {11, 10}) {
            if (run.digits.length() < length || !endsWell(run.ends[length - 1])) {
                continue;
            }
            int end = run.ends[length - 1];
            var digits = run.digits.substring(0, length);
            if (run.groups[length - 1] <= MAX_GROUPS
                    && claims.isFree(start, end)
                    && looksRight(run, digits, start, end)) {
                var type = type(run.plus ? "+" + digits : digits);
                if (type.isPresent()) {
                    claims.add(hit(start, end, digits, type.get()));
                    return end;
                }
            }
        }
        return local(start);
    }

    private boolean looksRight(Run run, String digits, int start, int end) {
        if (run.plus) {
            return true;
        }
        if (digits.length() == 11) {
            return digits.charAt(0) == '8' || digits.charAt(0) == '7';
        }
        boolean mobile = digits.charAt(0) == '9'
                && !MONEY.matcher(text.substring(start, end)).matches();
        return !UNIT.matcher(text).region(end, Math.min(end + 6, text.length())).lookingAt()
                && (mobile || run.bracket || saidToBePhone(start))
                && "3489".indexOf(digits.charAt(0)) >= 0;
    }

    private Run run(int start) {
        var digits = new StringBuilder(MAX_DIGITS);
        var ends = new int[MAX_DIGITS];
        var groups = new int[MAX_DIGITS];
        int group = 0;
        int gap = 1;
        boolean bracket = false;
        boolean plus = text.charAt(start) == '+';
        for (int i = plus ? start + 1 : start;
                i < text.length() && digits.length() < MAX_DIGITS && gap <= MAX_GAP;
                i++) {
            char c = text.charAt(i);
            if (NormalizedText.isDigit(c)) {
                group += gap > 0 ? 1 : 0;
                gap = 0;
                ends[digits.length()] = i + 1;
                groups[digits.length()] = group;
                digits.append(c);
            } else if (c == ' ' || c == '-' || c == '(' || c == ')' || c == '.') {
                gap++;
                bracket |= c == '(' && digits.length() <= 1;
            } else {
                break;
            }
        }
        return new Run(digits.toString(), ends, groups, plus, bracket);
    }

    private boolean endsWell(int end) {
        if (end >= text.length()) {
            return true;
        }
        char c = text.charAt(end);
        return !NormalizedText.isDigit(c) && c != '_' && !(c < 0x80 && Character.isLetter(c));
    }

    /** The kind of line, empty when no such number can exist. */
    private Optional<PhoneNumberType> type(String digits) {
        if (++lookups > MAX_LOOKUPS) {
            return Optional.of(PhoneNumberType.UNKNOWN);
        }
        try {
            PhoneNumber number = NUMBERS.parse(digits, "RU");
            return NUMBERS.isValidNumber(number) ? Optional.of(NUMBERS.getNumberType(number)) : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Town numbers such as 1-23-45; plain digits only when the text says it is a phone. */
    private int local(int start) {
        var found = LOCAL.matcher(text).region(start, Math.min(start + 9, text.length()));
        if (!found.lookingAt()) {
            return -1;
        }
        int end = found.end();
        boolean goesOn = !endsWell(end)
                || end + 1 < text.length()
                        && "-.,:/".indexOf(text.charAt(end)) >= 0
                        && NormalizedText.isDigit(text.charAt(end + 1))
                || UNIT.matcher(text)
                        .region(end, Math.min(end + 6, text.length()))
                        .lookingAt();
        var written = found.group();
        boolean phoneShaped =
                written.contains("-") && !DAY_MONTH.matcher(written).matches();
        if (goesOn || !phoneShaped && !saidToBePhone(start) || !claims.isFree(start, end)) {
            return -1;
        }
        claims.add(hit(start, end, written.replaceAll("\\D", ""), null));
        return end;
    }

    private Hit hit(int start, int end, String digits, @Nullable PhoneNumberType type) {
        boolean known = allowed.contains(national(digits))
                || digits.length() <= 7 && allowed.stream().anyMatch(number -> number.endsWith(digits));
        boolean open = known || type != null && PUBLIC_LINES.contains(type);
        boolean landline = type == null || type == PhoneNumberType.FIXED_LINE;
        return new Hit(PersonalDataKind.PHONE, start, end, open, !open && landline && saidToBeService(start));
    }

    private boolean saidToBePhone(int start) {
        var before = before(start, PHONE_CONTEXT);
        return before.contains("тел") || before.contains("звон") || before.contains("моб.") || before.contains("сот.");
    }

    private boolean saidToBeService(int start) {
        var before = before(start, SERVICE_CONTEXT);
        return serviceWords.stream().anyMatch(before::contains);
    }

    /** What precedes the number on its own line, in lower case. */
    private String before(int start, int characters) {
        var before = text.substring(Math.max(0, start - characters), start);
        return Text.fold(before.substring(before.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT));
    }

    /** Digits without the trunk prefix, so that +7, 8 and local notations of one number are equal. */
    static String national(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.length() == 11 && (digits.startsWith("7") || digits.startsWith("8"))
                ? digits.substring(1)
                : digits;
    }
}
