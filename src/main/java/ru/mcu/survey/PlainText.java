package ru.mcu.survey;

import java.util.regex.Pattern;

/** Brings text from outside to what the database and a page can hold: one kind of line end, no control characters. */
final class PlainText {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private PlainText() {}

    static String clean(String text) {
        String lines = LINE_END.matcher(text).replaceAll("\n");
        return CONTROL.matcher(lines).replaceAll("").strip();
    }

    /** At most {@code limit} characters, cut at a word where there is one, with an ellipsis where something was cut. */
    static String excerpt(String text, int limit) {
        String clean = clean(text);
        if (clean.length() <= limit) {
            return clean;
        }
        int end = limit - 1;
        if (Character.isHighSurrogate(clean.charAt(end - 1))) {
            end--;
        }
        int space = clean.lastIndexOf(' ', end);
        return clean.substring(0, space > limit / 2 ? space : end).strip() + "…";
    }
}
