package ru.mcu.platform.engine;

import java.util.List;

/** One XML element as both the engine's parser and the check before deployment see it. */
public record Markup(String namespace, String tag, List<Attribute> attributes) {

    /** An attribute; the namespace is empty for one without a prefix. */
    public record Attribute(String namespace, String name, String value) {}
}
