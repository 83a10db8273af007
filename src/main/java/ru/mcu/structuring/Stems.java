package ru.mcu.structuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tartarus.snowball.ext.RussianStemmer;

/** Words reduced to their unchanging part, so that «ямы», «яму» and «ям» are one word. */
final class Stems {

    /** No Russian word is longer; what is, is noise. */
    private static final int MAX_WORD = 40;

    private Stems() {}

    /** One word of a text. */
    record Word(String text, String stem, int from, int to) {

        String lower() {
            return Stems.lower(text);
        }

        boolean capitalized() {
            return Character.isUpperCase(text.charAt(0));
        }

        boolean number() {
            return Character.isDigit(text.charAt(0));
        }
    }

    /** Words of letters and digits in the order of the text; a change between letters and digits does not divide. */
    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        RussianStemmer stemmer = new RussianStemmer();
        int from = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean part = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
            if (part && from < 0) {
                from = i;
            } else if (!part && from >= 0) {
                String word = text.substring(from, i);
                words.add(new Word(word, stem(stemmer, word), from, i));
                from = -1;
            }
        }
        return words;
    }

    static List<String> stems(String text) {
        return words(text).stream().map(Word::stem).toList();
    }

    /** In small letters, with «е» for «ё», cut where no word goes on. */
    static String lower(String word) {
        String cut = word.length() > MAX_WORD ? word.substring(0, MAX_WORD) : word;
        return cut.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    private static String stem(RussianStemmer stemmer, String word) {
        stemmer.setCurrent(lower(word));
        stemmer.stem();
        String stem = stemmer.getCurrent();
        // the fleeting vowel: «посёлок» and «посёлка» are one word
        return stem.length() > 4 && stem.endsWith("ок") ? stem.substring(0, stem.length() - 2) + "к" : stem;
    }
}
