package ru.mcu.platform.deploy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/** How files and ids are spelt. */
final class Names {

    private Names() {}

    /** {@code message/message-handling.bpmn} → {@code message-handling}. */
    static String baseName(String resource) {
        return StringUtils.stripFilenameExtension(StringUtils.getFilename(resource));
    }

    /** {@code message-handling} → {@code messageHandling}. */
    static String camelCase(String kebabCase) {
        return StringUtils.uncapitalize(
                Arrays.stream(kebabCase.split("-")).map(StringUtils::capitalize).collect(Collectors.joining()));
    }
}
