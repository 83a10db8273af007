package ru.mcu.structuring;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ru.mcu.structuring.StreetList.Street;

/**
 * Finds streets, houses and intersections in a text, as citizens write them. It walks the words once and looks a fixed
 * number of words around, so no text can make it slow.
 */
final class AddressFinder {

    /** A message names one place, rarely several; more is a list, which is read by people. */
    static final int MAX_ADDRESSES = 20;

    private static final int MAX_NAME_WORDS = 4;
    private static final Set<String> NO_NAME = Set.of(
            "дом",
            "д",
            "город",
            "г",
            "здравствуйте",
            "добрый",
            "прошу",
            "нет",
            "не",
            "уже",
            "где",
            "и",
            "а",
            "в",
            "на",
            "от",
            "до",
            "по",
            "у",
            "с",
            "корп",
            "кв",
            "во",
            "из",
            "за",
            "это",
            "для",
            "без",
            "к",
            "напротив",
            "возле",
            "около",
            "район",
            "области",
            "россия",
            "мы",
            "я");
    /** After «пр-», the second letter stands for «проезд». */
    private static final Set<String> AVENUE_TAILS =
            Set.of("т", "д", "та", "ту", "те", "том", "кт", "кта", "кту", "кте");

    private static final Set<String> YEARS = Set.of("лет", "летия", "летие");
    private static final Set<String> MONTHS = Set.of(
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
            "декабря");
    private static final Set<String> CROSSING = Set.of("перекрест", "пересечени", "угол", "углу");

    private final StreetList streets;

    AddressFinder(StreetList streets) {
        this.streets = streets;
    }

    /** Addresses in the order of the text, at most {@value #MAX_ADDRESSES}. */
    List<FoundAddress> find(String text) {
        List<Stems.Word> words = Stems.words(text);
        List<FoundAddress> found = new ArrayList<>();
        int i = 0;
        while (i < words.size() && found.size() < MAX_ADDRESSES) {
            Part crossing = crossing(text, words, i);
            Part part = crossing != null ? crossing : street(text, words, i);
            if (part == null) {
                i++;
            } else {
                found.add(part.address());
                i = part.next();
            }
        }
        return found;
    }

    /** An address and the word after it. */
    private record Part(FoundAddress address, int next) {}

    /** A street name and the word after it. */
    private record Name(String title, @Nullable Street street, int from, int next) {

        Name upTo(int end) {
            return new Name(title, street, from, end);
        }
    }

    private @Nullable Part street(String text, List<Stems.Word> words, int i) {
        Name name = typeBefore(text, words, i);
        if (name == null) {
            name = typeAfter(text, words, i);
        }
        if (name == null) {
            name = knownWithoutType(text, words, i);
            if (name == null || HouseNumber.at(text, words, name.next()) == null) {
                return null;
            }
        }
        int end = words.get(name.next() - 1).to();
        int next = name.next();
        HouseNumber house = HouseNumber.at(text, words, name.next());
        if (house != null) {
            end = house.end();
            next = house.next();
        }
        return new Part(
                address(
                        name,
                        house == null ? null : house.number(),
                        null,
                        words.get(name.from()).from(),
                        end),
                next);
    }

    private @Nullable Part crossing(String text, List<Stems.Word> words, int i) {
        if (CROSSING.stream().noneMatch(words.get(i).lower()::startsWith)) {
            return null;
        }
        int first = i + 1;
        StreetType common = null;
        if (first < words.size() && words.get(first).lower().equals("улиц")) {
            common = StreetType.STREET;
            first++;
        }
        Name a = first < words.size() ? anyName(text, words, first, common) : null;
        if (a == null || a.next() >= words.size()) {
            return null;
        }
        int second = a.next();
        String joint = words.get(second).lower();
        if (!joint.equals("и") && !joint.equals("с") && !joint.equals("со")) {
            return null;
        }
        Name b = second + 1 < words.size() ? anyName(text, words, second + 1, common) : null;
        if (b == null) {
            return null;
        }
        return new Part(
                address(
                        a,
                        null,
                        b.title(),
                        words.get(i).from(),
                        words.get(b.next() - 1).to()),
                b.next());
    }

    private @Nullable Name anyName(String text, List<Stems.Word> words, int i, @Nullable StreetType common) {
        Name name = typeBefore(text, words, i);
        if (name == null) {
            name = typeAfter(text, words, i);
        }
        if (name == null) {
            StreetType type = common == null ? StreetType.STREET : common;
            int next = nameEnd(text, words, i, type, true);
            name = next > i ? named(words, i, i, next, type) : null;
        }
        return name;
    }

    /** «ул. Ленина», «пр-т Победы», «улица 40 лет Победы». */
    private @Nullable Name typeBefore(String text, List<Stems.Word> words, int i) {
        StreetType type = StreetType.of(words.get(i).lower());
        int start = i + 1;
        if (type == null && words.get(i).lower().equals("пр") && start < words.size()) {
            boolean hyphen = text.charAt(words.get(i).to()) == '-';
            String tail = words.get(start).lower();
            type = hyphen && tail.equals("д") ? StreetType.PASSAGE : StreetType.AVENUE;
            start += hyphen && AVENUE_TAILS.contains(tail) ? 1 : 0;
        } else if (type == null
                && words.get(i).lower().equals("б")
                && start < words.size()
                && words.get(start).lower().equals("р")
                && text.charAt(words.get(i).to()) == '-') {
            type = StreetType.BOULEVARD;
            start++;
        }
        if (type == null
                || start >= words.size()
                || !Gap.joined(text, words.get(start - 1), words.get(start), ".«\" ")) {
            return null;
        }
        boolean abbreviated =
                words.get(i).text().length() <= 5 && !words.get(i).lower().equals(type.title());
        boolean houseFollows = start + 1 < words.size()
                && (words.get(start + 1).number()
                        || HouseNumber.marker(words.get(start + 1).lower()));
        int next = nameEnd(
                text,
                words,
                start,
                type,
                abbreviated && type != StreetType.STREET || words.get(i).lower().equals("ул") || houseFollows);
        return next > start ? named(words, i, start, next, type) : null;
    }

    /** «Деповская улица», «на Комсомольском проспекте»: adjectives before a written-out type. */
    private @Nullable Name typeAfter(String text, List<Stems.Word> words, int i) {
        if (!words.get(i).capitalized() && !words.get(i).number()) {
            return null;
        }
        for (int j = i; j < Math.min(words.size() - 1, i + 3); j++) {
            Stems.Word word = words.get(j);
            StreetType type = StreetType.of(words.get(j + 1).lower());
            if (!Gap.joined(text, word, words.get(j + 1), "- ")) {
                return null;
            }
            if (type != null && words.get(j + 1).text().length() > 4) {
                return adjective(word.lower()) && word.capitalized() && !NO_NAME.contains(word.lower())
                        ? named(words, i, i, j + 1, type).upTo(j + 2)
                        : null;
            }
            if (!word.capitalized() && !word.number() && !StreetType.ordinalEnding(word.lower())) {
                return null;
            }
        }
        return null;
    }

    /** «На Громова 15»: a capitalised name from the list; a house must follow. */
    private @Nullable Name knownWithoutType(String text, List<Stems.Word> words, int i) {
        if (!words.get(i).capitalized()) {
            return null;
        }
        for (int length = Math.min(3, words.size() - i); length > 0; length--) {
            Street street = streets.find(nameStems(words, i, i + length), null);
            if (street != null && oneRun(text, words, i, i + length)) {
                return new Name(street.name(), street, i, i + length);
            }
        }
        return null;
    }

    /** The word after the longest name that begins at {@code start}; {@code start} itself when there is none. */
    private int nameEnd(String text, List<Stems.Word> words, int start, StreetType type, boolean smallLetters) {
        int limit = Math.min(words.size(), start + MAX_NAME_WORDS);
        for (int end = limit; end > start; end--) {
            if (oneRun(text, words, start, end) && streets.find(nameStems(words, start, end), type) != null) {
                return end;
            }
        }
        int i = start;
        while (i < limit
                && (i == start
                        || Gap.joined(text, words.get(i - 1), words.get(i), initial(words, i - 1) ? ". " : "- "))) {
            Stems.Word word = words.get(i);
            boolean first = i == start;
            boolean ordinal = StreetType.ordinalEnding(word.lower())
                    && !first
                    && words.get(i - 1).number();
            if (word.number()) {
                if (!first || !numberedName(words, i)) {
                    break;
                }
            } else if (!ordinal
                    && !(word.capitalized()
                            && !(NO_NAME.contains(word.lower()) && !dotted(text, word))
                            && StreetType.of(word.lower()) == null)
                    && !(!first
                            && words.get(i - 1).number()
                            && (MONTHS.contains(word.lower()) || YEARS.contains(word.lower())))) {
                break;
            }
            i++;
        }
        if (i == start
                && smallLetters
                && adjective(words.get(start).lower())
                && words.get(start).text().length() > 5) {
            return start + 1;
        }
        boolean onlyNumber = i == start + 1 && words.get(start).number();
        return onlyNumber ? start : i;
    }

    private static boolean numberedName(List<Stems.Word> words, int i) {
        if (i + 1 >= words.size()) {
            return false;
        }
        Stems.Word next = words.get(i + 1);
        if (YEARS.contains(next.lower())) {
            return i + 2 < words.size() && words.get(i + 2).capitalized();
        }
        return MONTHS.contains(next.lower())
                || StreetType.ordinalEnding(next.lower())
                || next.capitalized() && !NO_NAME.contains(next.lower());
    }

    private Name named(List<Stems.Word> words, int from, int start, int end, StreetType type) {
        Street street = streets.find(nameStems(words, start, end), type);
        if (street != null) {
            return new Name(street.name(), street, from, end);
        }
        StringBuilder title = new StringBuilder(type.title());
        for (int i = start; i < end; i++) {
            String word = words.get(i).text();
            boolean ending = StreetType.ordinalEnding(word);
            title.append(ending ? "-" : " ").append(ending ? word : nominative(word, type));
            if (word.length() == 1 && Character.isUpperCase(word.charAt(0)) && i + 1 < end) {
                title.append('.');
            }
        }
        return new Name(title.toString(), null, from, end);
    }

    private FoundAddress address(Name name, @Nullable String house, @Nullable String cross, int from, int to) {
        Street street = name.street();
        return new FoundAddress(
                name.title(), house, cross, street == null ? null : street.district(), street != null, from, to);
    }

    private static List<String> nameStems(List<Stems.Word> words, int start, int end) {
        return words.subList(start, end).stream()
                .filter(word -> !StreetType.ordinalEnding(word.lower()))
                .map(Stems.Word::stem)
                .toList();
    }

    private static String nominative(String word, StreetType type) {
        if (YEARS.contains(word)) {
            return word;
        }
        String capital = Character.toUpperCase(word.charAt(0)) + word.substring(1);
        boolean feminine = type == StreetType.STREET || type == StreetType.EMBANKMENT || type == StreetType.SQUARE;
        if (feminine && capital.matches(".{3,}(ой|ую)")) {
            return capital.substring(0, capital.length() - 2) + "ая";
        }
        if (!feminine && capital.matches(".{3,}(ого|ому|ском|ном|вом|ым|ским)")) {
            String stem = capital.replaceFirst("(ого|ому|ом|ым|им)$", "");
            return stem + (stem.matches(".*[кгх]") ? "ий" : "ый");
        }
        return capital;
    }

    private static boolean adjective(String lower) {
        return lower.matches(".{3,}(ая|яя|ой|ую|ей|юю|ий|ый|ого|его|ому|ему|ом|ем|ым|им)");
    }

    private static boolean dotted(String text, Stems.Word word) {
        return word.text().length() == 1 && text.startsWith(".", word.to());
    }

    private static boolean initial(List<Stems.Word> words, int i) {
        return words.get(i).text().length() == 1 && words.get(i).capitalized();
    }

    /** Whether nothing but spaces, hyphens and the dots of initials stands between these words. */
    private static boolean oneRun(String text, List<Stems.Word> words, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            if (!Gap.joined(text, words.get(i - 1), words.get(i), initial(words, i - 1) ? ". -" : "- ")) {
                return false;
            }
        }
        return true;
    }
}
