package ru.mcu.structuring;

import java.util.List;

/** What stands between two words of a text; only a little of it is ever looked at. */
final class Gap {

    private static final int MAX_GAP = 4;

    private Gap() {}

    /** Whether only these characters separate word {@code i} from the one before it. */
    static boolean only(String allowed, String text, List<Stems.Word> words, int i) {
        return i > 0 && joined(text, words.get(i - 1), words.get(i), allowed);
    }

    /** The first characters after the word before {@code i}. */
    static String before(String text, List<Stems.Word> words, int i) {
        int from = words.get(i - 1).to();
        return text.substring(from, Math.min(words.get(i).from(), from + MAX_GAP));
    }

    static boolean joined(String text, Stems.Word left, Stems.Word right, String allowed) {
        if (right.from() - left.to() > MAX_GAP) {
            return false;
        }
        for (int i = left.to(); i < right.from(); i++) {
            if (allowed.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
