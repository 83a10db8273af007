package ru.mcu.structuring;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Recognises the same message sent twice, word for word or slightly changed.
 *
 * @param exact SHA-256 in hex of the words alone: case, «ё», punctuation and spacing do not matter
 * @param near 64-bit simhash over word stems and their pairs; 0 when the text has too few words to compare
 */
public record Fingerprint(String exact, long near) {

    private static final int MIN_STEMS = 6;
    /** Greetings and asking words, equal in messages about quite different things. */
    private static final Set<String> COMMON = Set.copyOf(Stems.stems(
            "здравствуйте здравствуй добрый день вечер утро уважаемый уважаемые прошу просим просьба пожалуйста спасибо"
                    + " заранее и в на по с у к о не что это как за от до мы я вы"));

    /** Takes a cleaned text. */
    public static Fingerprint of(String cleanText) {
        String words = Stems.words(cleanText).stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .collect(Collectors.joining(" "));
        return new Fingerprint(sha256(words), simhash(cleanText));
    }

    /** Likeness from 0 to 1: 1 for equal words, otherwise the share of equal bits; 0 when a text is too short. */
    public double similarity(Fingerprint other) {
        if (exact.equals(other.exact)) {
            return 1;
        }
        if (near == 0 || other.near == 0) {
            return 0;
        }
        return 1 - Long.bitCount(near ^ other.near) / 64.0;
    }

    private static long simhash(String text) {
        List<String> stems = Stems.stems(text).stream()
                .filter(stem -> !COMMON.contains(stem))
                .toList();
        if (stems.size() < MIN_STEMS) {
            return 0;
        }
        int[] votes = new int[64];
        for (int i = 0; i < stems.size(); i++) {
            vote(votes, stems.get(i));
            if (i > 0) {
                vote(votes, stems.get(i - 1) + ' ' + stems.get(i));
            }
        }
        long bits = 0;
        for (int bit = 0; bit < 64; bit++) {
            if (votes[bit] > 0) {
                bits |= 1L << bit;
            }
        }
        return bits == 0 ? 1 : bits;
    }

    private static void vote(int[] votes, String feature) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < feature.length(); i++) {
            hash = (hash ^ feature.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        hash ^= hash >>> 33;
        for (int bit = 0; bit < 64; bit++) {
            votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
