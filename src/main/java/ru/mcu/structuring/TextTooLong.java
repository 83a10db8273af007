package ru.mcu.structuring;

/** A text that is longer than any message can be; the message is Russian and says what to do. */
public final class TextTooLong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TextTooLong(int length, int limit) {
        super("Текст слишком длинный: %d знаков при допустимых %d. Приложите его файлом, а в сообщении оставьте суть."
                .formatted(length, limit));
    }
}
