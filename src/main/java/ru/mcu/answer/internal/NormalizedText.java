package ru.mcu.answer.internal;

/**
 * A text in which tricks and accidents of typing are undone before personal data are looked for: odd spaces, dashes
 * and digits, invisible characters, Cyrillic letters in numbers and Latin letters in Russian words. Knows where each
 * character stood in the original.
 */
final class NormalizedText {

    private static final String NBSP_ENTITY = "&nbsp;";
    private static final String LATIN = "ABCEHKMOPTXYaceopxyk";
    private static final String CYRILLIC = "АВСЕНКМОРТХУасеорхук";

    private final String text;
    private final int[] origin;
    private final int[] originEnd;

    private NormalizedText(String text, int[] origin, int[] originEnd) {
        this.text = text;
        this.origin = origin;
        this.originEnd = originEnd;
    }

    static NormalizedText of(String original) {
        int length = original.length();
        var out = new char[length];
        var origin = new int[length];
        var originEnd = new int[length];
        int size = 0;
        for (int i = 0; i < length; ) {
            int code = original.codePointAt(i);
            int width = Character.charCount(code);
            char mapped = mapped(code);
            if (code == '&' && original.startsWith(NBSP_ENTITY, i)) {
                mapped = ' ';
                width = NBSP_ENTITY.length();
            }
            if (mapped != 0) {
                out[size] = mapped;
                origin[size] = i;
                originEnd[size++] = i + width;
            }
            i += width;
        }
        unmixWords(out, size);
        restoreDigits(out, size);
        return new NormalizedText(new String(out, 0, size), origin, originEnd);
    }

    String text() {
        return text;
    }

    /** Offset in the original of a first character. */
    int originalFrom(int from) {
        return origin[from];
    }

    /** Offset in the original after the last character of a span that ends (exclusive) at {@code to}. */
    int originalTo(int to) {
        return originEnd[to - 1];
    }

    private static char mapped(int code) {
        if (code < 0x80) {
            return code == '\t' || code == '\r' ? ' ' : (char) code;
        }
        if (code == 0x00AD || code >= 0x200B && code <= 0x200F || code == 0x2060 || code == 0xFEFF) {
            return 0;
        }
        if (Character.isSpaceChar(code)) {
            return code == 0x2028 || code == 0x2029 ? '\n' : ' ';
        }
        if (code >= 0x2010 && code <= 0x2015 || code == 0x2212) {
            return '-';
        }
        if (code == 0xFF20) {
            return '@';
        }
        if (Character.isDigit(code)) {
            return (char) ('0' + Character.digit(code, 10));
        }
        return code > 0xFFFF ? '\uFFFD' : (char) code;
    }

    /** In a word of both alphabets, Latin letters that look Cyrillic become Cyrillic. */
    private static void unmixWords(char[] text, int size) {
        for (int i = 0; i < size; ) {
            int start = i;
            boolean latin = false;
            boolean cyrillic = false;
            for (; i < size && Character.isLetter(text[i]); i++) {
                latin |= text[i] < 0x80;
                cyrillic |= text[i] >= 0x0400 && text[i] <= 0x04FF;
            }
            for (int j = start; latin && cyrillic && j < i; j++) {
                int known = LATIN.indexOf(text[j]);
                text[j] = known < 0 ? text[j] : CYRILLIC.charAt(known);
            }
            i = Math.max(i, start + 1);
        }
    }

    /** A letter that looks like a digit and stands inside a number becomes that digit. */
    private static void restoreDigits(char[] text, int size) {
        for (int i = 0; i < size; i++) {
            char digit = lookalike(text[i]);
            if (digit == 0) {
                continue;
            }
            char before = i == 0 ? ' ' : text[i - 1];
            char after = i + 1 == size ? ' ' : text[i + 1];
            boolean beside = isDigit(before) || isDigit(after);
            boolean open = (!Character.isLetter(before)) && (!Character.isLetter(after) || lookalike(after) != 0);
            if (beside && open) {
                text[i] = digit;
            }
        }
    }

    private static char lookalike(char c) {
        return switch (c) {
            case 'О', 'о', 'O', 'o' -> '0';
            case 'З', 'з' -> '3';
            case 'l', 'I', '|' -> '1';
            default -> 0;
        };
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
