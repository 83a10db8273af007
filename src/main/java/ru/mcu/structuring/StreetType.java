package ru.mcu.structuring;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Kinds of streets and how citizens write them. */
enum StreetType {
    STREET("улица", Set.of("ул", "улиц", "улица", "улицы", "улице", "улицу", "улицей", "улицам", "улицах")),
    AVENUE("проспект", Set.of("просп", "пркт", "прт", "проспект", "проспекта", "проспекте", "проспекту", "проспектом")),
    LANE("переулок", Set.of("пер", "переулок", "переулка", "переулке", "переулку", "переулком")),
    PASSAGE("проезд", Set.of("прд", "проезда", "проезде", "проезду", "проезд")),
    BOULEVARD("бульвар", Set.of("бр", "бульвар", "бульвара", "бульваре", "бульвару")),
    HIGHWAY("шоссе", Set.of("ш", "шоссе")),
    ROAD("тракт", Set.of("тракт", "тракта", "тракте", "тракту")),
    SQUARE("площадь", Set.of("пл", "площадь", "площади")),
    EMBANKMENT("набережная", Set.of("наб", "набережная", "набережной", "набережную")),
    DEAD_END("тупик", Set.of("тупик", "тупика", "тупике")),
    MICRODISTRICT(
            "микрорайон", Set.of("мкр", "мкрн", "мкрне", "микрорайон", "микрорайона", "микрорайоне", "микрорайону")),
    SETTLEMENT("посёлок", Set.of("поселок", "поселка", "поселке", "поселку"));

    private static final Set<String> ORDINAL_ENDINGS = Set.of("й", "я", "е", "ый", "ая", "ой", "ое", "го");

    private final String title;
    private final Set<String> forms;

    StreetType(String title, Set<String> forms) {
        this.title = title;
        this.forms = Set.copyOf(forms);
    }

    /** Full Russian name. */
    String title() {
        return title;
    }

    /** The type a lower-case word stands for; of «пр-т» and the like the joined spelling is expected. */
    static @Nullable StreetType of(String lower) {
        for (StreetType type : values()) {
            if (type.forms.contains(lower)) {
                return type;
            }
        }
        return null;
    }

    /** Whether the word is the tail of an ordinal number, as in «2-я». */
    static boolean ordinalEnding(String lower) {
        return ORDINAL_ENDINGS.contains(lower);
    }
}
