package ru.mcu.answer.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import ru.mcu.answer.PersonalDataKind;

/** Finds e-mail addresses around each «@», also when it is written «(собака)» or the letters are Cyrillic. */
final class EmailScan {

    private static final int MAX_LOCAL = 64;
    private static final Pattern AT = Pattern.compile(
            "@| ?[(\\[] ?(?:at|собака|собачка) ?[)\\]] ?| собака ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern DOMAIN = Pattern.compile("(?:[\\p{L}\\d-]{1,61}\\.){1,5}\\p{L}{2,12}");

    private EmailScan() {}

    static void scan(String text, Claims claims, Collection<String> allowed) {
        var at = AT.matcher(text);
        for (int i = 0; i < text.length(); i++) {
            if ("@([ ".indexOf(text.charAt(i)) < 0
                    || !at.region(i, Math.min(text.length(), i + 12)).lookingAt()) {
                continue;
            }
            int from = at.start();
            while (from > 0 && at.start() - from < MAX_LOCAL && isLocal(text.charAt(from - 1))) {
                from--;
            }
            int limit = Math.min(text.length(), at.end() + 255);
            var domain = DOMAIN.matcher(text).region(at.end(), limit);
            if (from == at.start() || !domain.lookingAt()) {
                continue;
            }
            var address = (text.substring(from, at.start()) + "@" + domain.group()).toLowerCase(Locale.ROOT);
            boolean known = allowed.stream()
                    .map(one -> one.toLowerCase(Locale.ROOT))
                    .anyMatch(one -> one.startsWith("@") ? address.endsWith(one) : address.equals(one));
            claims.add(new Hit(PersonalDataKind.EMAIL, from, domain.end(), known, false));
        }
    }

    private static boolean isLocal(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }
}
