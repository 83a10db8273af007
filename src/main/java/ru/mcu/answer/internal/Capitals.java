package ru.mcu.answer.internal;

/** Tells abbreviations from words shouted in capitals, which no dictionary is needed for. */
final class Capitals {

    private static final String VOWELS = "АЕЁИОУЫЭЮЯ";

    private Capitals() {}

    static boolean allCyrillicCapitals(String word) {
        return word.length() > 1 && word.chars().allMatch(c -> c >= 'А' && c <= 'Я' || c == 'Ё');
    }

    /** Words alternate vowels and consonants; abbreviations heap consonants up. */
    static boolean readsAsWord(String capitals) {
        int vowels = 0;
        int run = 0;
        int longestRun = 0;
        for (int i = 0; i < capitals.length(); i++) {
            boolean vowel = VOWELS.indexOf(capitals.charAt(i)) >= 0;
            vowels += vowel ? 1 : 0;
            run = vowel ? 0 : run + 1;
            longestRun = Math.max(longestRun, run);
        }
        return capitals.length() >= 7 || capitals.length() >= 5 && vowels >= 2 && longestRun <= 2;
    }
}
