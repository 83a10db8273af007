package ru.mcu.answer.internal;

import org.jspecify.annotations.Nullable;

/** Length limits of one channel, in UTF-16 characters; null means no limit. */
public record Limits(
        @Nullable Integer recommended,
        @Nullable Integer hard,
        @Nullable Integer hardUnderPhoto) {

    static final Limits NONE = new Limits(null, null, null);

    /** The limit that applies to a post with or without a photo. */
    public @Nullable Integer hard(boolean photo) {
        return photo && hardUnderPhoto != null ? hardUnderPhoto : hard;
    }
}
