package ru.mcu.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body of the administration or a subordinate organisation that answers messages.
 *
 * @param code stable identifier, Latin letters, digits and hyphens
 * @param aliases other names under which imported files know the body
 * @param block code of the industry block it belongs to
 * @param phone contact phone shown to citizens
 * @param address postal address shown to citizens
 */
public record Body(
        String code,
        String name,
        String shortName,
        List<String> aliases,
        BodyKind kind,
        String block,
        @Nullable String phone,
        @Nullable String address) {

    public Body {
        aliases = Lists.orEmpty(aliases);
    }

    /** The id of the group of the body's executors. */
    public String group() {
        return "body-" + code;
    }
}
