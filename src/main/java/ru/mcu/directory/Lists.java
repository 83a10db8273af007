package ru.mcu.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Optional lists of a profile: left out means empty. */
final class Lists {

    private Lists() {}

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
