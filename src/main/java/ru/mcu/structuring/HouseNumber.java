package ru.mcu.structuring;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A house as citizens write it: «15», «д. 15а», «3 корп. 2», «5 «Б»», «137/2».
 *
 * @param number in one spelling, without «дом» and without the flat
 * @param end character after it
 * @param next word after it
 */
record HouseNumber(String number, int end, int next) {

    private static final String AROUND = ",.№ »\"";
    private static final Set<String> HOUSE =
            Set.of("д", "дом", "дома", "доме", "дому", "домом", "домов", "домами", "домах");
    private static final Set<String> BLOCK = Set.of("к", "корп", "корпус", "корпуса", "корпусе");
    private static final Set<String> BUILDING = Set.of("стр", "строение", "строения");
    private static final Set<String> NO_HOUSE_BEFORE = Set.of(
            "год",
            "года",
            "году",
            "лет",
            "раз",
            "раза",
            "дней",
            "дня",
            "день",
            "час",
            "часа",
            "часов",
            "ч",
            "мин",
            "минут",
            "м",
            "метр",
            "метра",
            "метров",
            "км",
            "руб",
            "рублей",
            "числа",
            "тыс",
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря",
            "человек",
            "машин");

    /** Whether the word stands for «дом». */
    static boolean marker(String lower) {
        return HOUSE.contains(lower);
    }

    /** The house number that begins with the word {@code i}, with or without «дом» before it. */
    static @Nullable HouseNumber at(String text, List<Stems.Word> words, int i) {
        boolean marked = false;
        int at = i;
        if (at < words.size() && HOUSE.contains(words.get(at).lower()) && Gap.only(AROUND, text, words, at)) {
            marked = true;
            at++;
        }
        if (at >= words.size() || !Gap.only(AROUND, text, words, at)) {
            return null;
        }
        String first = words.get(at).text();
        if (first.matches("[Дд]\\d{1,4}[А-Яа-я]?")) {
            marked = true;
            first = first.substring(1);
        }
        if (!first.matches("\\d{1,4}[А-Яа-я]?")) {
            return null;
        }
        int next = at + 1;
        if (!marked
                && next < words.size()
                && NO_HOUSE_BEFORE.contains(words.get(next).lower())) {
            return null;
        }
        StringBuilder number = new StringBuilder(first.toUpperCase(Locale.ROOT));
        int end = words.get(at).to();
        if (next < words.size() && Gap.before(text, words, next).matches("[-/ «\"]{1,2}")) {
            String tail = words.get(next).text();
            boolean fraction = Gap.before(text, words, next).equals("/") && tail.matches("\\d{1,3}[А-Яа-я]?");
            boolean letter = tail.matches("[А-ЯЁ]|[абвгде]")
                    && !Gap.before(text, words, next).equals(" ")
                    && Character.isDigit(number.charAt(number.length() - 1));
            if (fraction || letter) {
                number.append(fraction ? "/" : "").append(tail.toUpperCase(Locale.ROOT));
                end = words.get(next++).to();
                end += end < text.length() && "»\"".indexOf(text.charAt(end)) >= 0 ? 1 : 0;
            }
        }
        if (next + 1 < words.size()
                && words.get(next + 1).text().matches("\\d{1,3}[А-Яа-я]?")
                && Gap.only(AROUND, text, words, next)) {
            String marker = words.get(next).lower();
            if (BLOCK.contains(marker) || BUILDING.contains(marker)) {
                number.append(BLOCK.contains(marker) ? " корп. " : " стр. ")
                        .append(words.get(next + 1).text());
                end = words.get(next + 1).to();
                next += 2;
            }
        }
        return new HouseNumber(number.toString(), end, next);
    }
}
