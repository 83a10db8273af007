package ru.mcu.directory;

import java.util.Locale;
import java.util.regex.Pattern;

/** Makes names comparable that differ only in case, quotes, «ё», punctuation, spaces and the word «город». */
public final class NameKey {

    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern CITY_WORD = Pattern.compile("(?<=^| )(г|гор|город|города)(?= |$) ?");

    private NameKey() {}

    /** The same key for «МКУ "Управление образования" г.Рубцовска» and «мку управление  образования Рубцовска». */
    public static String of(String name) {
        String words = NOT_WORD.matcher(name.toLowerCase(Locale.ROOT).replace('ё', 'е'))
                .replaceAll(" ");
        return CITY_WORD.matcher(words.strip()).replaceAll("").strip();
    }
}
