package ru.mcu.channel.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Tells in which of the Russian encodings bytes are written when a letter does not say it, or says it wrong. */
final class LetterCharset {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset KOI8_R = Charset.forName("KOI8-R");

    /** What broken programs put in front of Russian text. */
    private static final Set<String> UNLIKELY = Set.of("US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252");

    /** Others are named for short texts that are really in one of these. */
    private static final Set<String> BELIEVED = Set.of("WINDOWS-1251", "KOI8-R", "IBM866", "UTF-8");

    private LetterCharset() {}

    /**
     * The text of the bytes; whatever they hold, never an exception.
     *
     * @param declared what the letter says; unknown names and names that do not fit the bytes are not believed
     */
    static String decode(byte[] bytes, @Nullable String declared) {
        Charset named = named(declared);
        if (named != null && !UNLIKELY.contains(named.name())) {
            String text = strict(bytes, named);
            if (text != null) {
                return text;
            }
        }
        String utf = strict(bytes, StandardCharsets.UTF_8);
        return utf != null ? utf : new String(bytes, guess(bytes));
    }

    /** The Russian encoding that fits best. */
    static Charset guess(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, bytes.length);
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        if (found != null && BELIEVED.contains(found.toUpperCase(Locale.ROOT)) && Charset.isSupported(found)) {
            return Charset.forName(found);
        }
        return likeWords(new String(bytes, KOI8_R)) > likeWords(new String(bytes, WINDOWS_1251))
                ? KOI8_R
                : WINDOWS_1251;
    }

    static @Nullable Charset named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("^(cp|win)-?(?=125\\d$)", "windows-");
        try {
            return Charset.isSupported(plain) ? Charset.forName(plain) : null;
        } catch (IllegalArgumentException noName) {
            return null;
        }
    }

    /** Each of the two encodings reads the other's small letters as capitals. */
    private static long likeWords(String text) {
        return text.codePoints()
                .map(c -> c >= 'а' && c <= 'я'
                        ? 1
                        : Character.UnicodeBlock.of(c) == Character.UnicodeBlock.BOX_DRAWING ? -1 : 0)
                .sum();
    }

    private static @Nullable String strict(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherBytes) {
            return null;
        }
    }
}
