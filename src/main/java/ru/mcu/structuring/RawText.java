package ru.mcu.structuring;

import org.jspecify.annotations.Nullable;

/**
 * A message as it came, with what the source system already knows about it.
 *
 * @param text as received, may hold HTML
 * @param sourceTopic topic of «Инцидент Менеджмент» or ПОС
 * @param sourceGroup its group or category
 * @param sourceAddress street and house as the source gives them, for example «Деповская улица, 32»
 */
public record RawText(
        String text,
        @Nullable String sourceTopic,
        @Nullable String sourceGroup,
        @Nullable String sourceAddress) {

    public static RawText of(String text) {
        return new RawText(text, null, null, null);
    }
}
