package ru.mcu.directory;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The three kinds of addressees of the acts: the administration itself, its sectoral bodies, subordinate organisations. */
public enum BodyKind {
    @JsonProperty("administration")
    ADMINISTRATION,
    @JsonProperty("sectoral")
    SECTORAL,
    @JsonProperty("subordinate")
    SUBORDINATE
}
