package ru.mcu.answer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A text cut into words and sentences once, so that every rule runs over tokens in linear time. */
public final class Text {

    /** Tokens {@code first} (inclusive) to {@code end} (exclusive) of one sentence, with its character offsets. */
    record Sentence(int first, int end, int from, int to) {}

    private static final Pattern ABBREVIATED = Pattern.compile(
            "ул|д|г|кв|тел|пр|просп|пер|им|п|пп|ст|стр|руб|тыс|млн|млрд|корп|обл|мкр|пл|бул|наб|р|н|т|е|см|др|гг|коп|доб|каб"
                    + "|\\p{L}");

    private final String original;
    private final List<String> words = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final int[] starts;
    private final int[] ends;
    private final List<Sentence> sentences = new ArrayList<>();

    Text(String original) {
        this.original = original;
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        for (int i = 0; i < original.length(); ) {
            if (!Character.isLetterOrDigit(original.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < original.length() && Character.isLetterOrDigit(original.charAt(i))) {
                i++;
            }
            from.add(start);
            to.add(i);
            var word = fold(original.substring(start, i).toLowerCase(Locale.ROOT));
            words.add(word);
            keys.add(key(word));
        }
        this.starts = from.stream().mapToInt(Integer::intValue).toArray();
        this.ends = to.stream().mapToInt(Integer::intValue).toArray();
        cutSentences();
    }

    /** «ё» written as «е», as most people type. */
    static String fold(String lowerCase) {
        return lowerCase.replace('ё', 'е');
    }

    /** The first letters, by which lists of words are looked up. */
    static String key(String word) {
        return word.length() < 2 ? word : word.substring(0, 2);
    }

    String key(int token) {
        return keys.get(token);
    }

    String original() {
        return original;
    }

    int size() {
        return starts.length;
    }

    /** The word in lower case, «ё» as «е». */
    String word(int token) {
        return words.get(token);
    }

    String written(int token) {
        return original.substring(starts[token], ends[token]);
    }

    int from(int token) {
        return starts[token];
    }

    int to(int token) {
        return ends[token];
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** Index in {@link #sentences()} of the sentence that holds the token. */
    int sentenceOf(int token) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end <= token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the word is longer than one letter and begins with two capitals: a cheap first look. */
    boolean beginsWithTwoCapitals(int token) {
        return ends[token] - starts[token] > 1
                && Character.isUpperCase(original.charAt(starts[token]))
                && Character.isUpperCase(original.charAt(starts[token] + 1));
    }

    /** Whether only spaces stand between the token and the next one. */
    boolean joined(int token) {
        if (token + 1 >= size() || starts[token + 1] - ends[token] > 5) {
            return false;
        }
        for (int i = ends[token]; i < starts[token + 1]; i++) {
            if (!Character.isWhitespace(original.charAt(i)) && original.charAt(i) != '\u00a0') {
                return false;
            }
        }
        return true;
    }

    private void cutSentences() {
        int first = 0;
        for (int token = 0; token < size(); token++) {
            if (token + 1 == size() || endsSentence(token)) {
                int to = token + 1 == size() ? original.length() : starts[token + 1];
                sentences.add(new Sentence(first, token + 1, starts[first], to));
                first = token + 1;
            }
        }
    }

    private boolean endsSentence(int token) {
        boolean stop = false;
        boolean dot = false;
        for (int i = ends[token]; i < starts[token + 1]; i++) {
            char c = original.charAt(i);
            stop |= c == '!' || c == '?' || c == '\n' || c == '…';
            dot |= c == '.';
        }
        return stop
                || dot
                        && starts[token + 1] > ends[token] + 1
                        && Character.isUpperCase(original.charAt(starts[token + 1]))
                        && !ABBREVIATED.matcher(word(token)).matches();
    }
}
