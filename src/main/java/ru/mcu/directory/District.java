package ru.mcu.directory;

import java.util.List;

/** A part of the city by which messages are routed, counted and mapped. */
public record District(String code, String name, List<String> aliases) {

    public District {
        aliases = Lists.orEmpty(aliases);
    }
}
